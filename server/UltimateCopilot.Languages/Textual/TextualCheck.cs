using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>
/// Mistakes that are visible in the lines themselves, whatever the language: conflict markers of an unresolved merge, the fence of a Markdown
/// code block around the whole file, tags of a tool. What needs a parser to stumble first is told by <see cref="Causes"/>.
/// </summary>
internal static class TextualCheck
{
    /// <summary>The findings in document order. Warnings are about what may stand in a string or a comment on purpose.</summary>
    public static List<Finding> Check(SourceText text, LanguageDefinition language)
    {
        var suspects = LinesByStart.Find(text, "<=>");
        var findings = ConflictMarkers.Find(text, suspects);
        findings.AddRange(ToolTags.FindUnpaired(text, language, suspects));
        if (!language.IsProse)
        {
            findings.AddRange(CodeFences.FindAround(text));
        }

        findings.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        if (language.IsProse && findings.Count > 0)
        {
            RemoveFenced(findings, text);
        }

        return findings;
    }

    /// <summary>Removes what stands in a block of code of a Markdown text.</summary>
    private static void RemoveFenced(List<Finding> findings, SourceText text)
    {
        var (line, isFenced) = (0, false);
        findings.RemoveAll(finding =>
        {
            for (; text.LineStart(line) < finding.Span.Start; line++)
            {
                isFenced ^= IsFence(text, line);
            }

            return isFenced;
        });
    }

    private static bool IsFence(SourceText text, int line)
    {
        const int Length = 3;
        var at = text.LineStart(line);
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at + Length <= text.Length && text[at] is '`' or '~' && text[at + 1] == text[at] && text[at + 2] == text[at];
    }
}
