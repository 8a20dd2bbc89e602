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
        if (language.IsProse)
        {
            findings.RemoveAll(finding => IsInFence(text, text.LineAt(finding.Span.Start)));
        }
        else
        {
            findings.AddRange(CodeFences.FindAround(text));
        }

        findings.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return findings;
    }

    /// <summary>Whether a line of a Markdown text lies in a block of code.</summary>
    private static bool IsInFence(SourceText text, int line)
    {
        var isOpen = false;
        for (var i = 0; i < line; i++)
        {
            var content = PlainLine.Read(text, i).AsSpan().TrimStart();
            isOpen ^= content.StartsWith("```") || content.StartsWith("~~~");
        }

        return isOpen;
    }
}
