using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>
/// Mistakes that are visible in the lines themselves: in any language conflict markers of an unresolved merge, and the fence of a
/// Markdown code block around the whole file, as pasted from a chat; in Python the indentation.
/// </summary>
internal static class TextualCheck
{
    private const int MarkerLength = 7;

    /// <summary>The findings in document order.</summary>
    public static List<Finding> Check(SourceText text, LanguageDefinition language)
    {
        var findings = new List<Finding>();
        FindConflicts(text, findings);
        if (!language.IsProse)
        {
            FindFences(text, findings);
        }

        if (language.HasOffsideRule && findings.Count == 0)
        {
            findings.AddRange(PythonLayout.Check(text, language.Headers));
        }

        return findings;
    }

    private static void FindConflicts(SourceText text, List<Finding> findings)
    {
        int ours = -1, middle = -1;
        foreach (var line in LinesStartingWithMarker(text))
        {
            switch (text[text.LineStart(line)])
            {
                case '<':
                    (ours, middle) = (line, -1);
                    break;
                case '=' when ours >= 0:
                    middle = line;
                    break;
                case '>' when middle >= 0:
                    findings.Add(new Finding
                    {
                        Code = FindingCodes.ConflictMarker,
                        Span = text.Line(ours),
                        Message = "unresolved merge conflict: keep one side, or both, and delete the marker lines",
                        Related =
                        [
                            new RelatedPlace(text.Line(middle), "the other side starts here"),
                            new RelatedPlace(text.Line(line), "the conflict ends here"),
                        ],
                    });
                    (ours, middle) = (-1, -1);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>
    /// Lines whose first seven characters are all '&lt;', '=' or '&gt;', followed by a blank or nothing. Of nearly every line only the first
    /// character is looked at: this runs at every keystroke.
    /// </summary>
    private static List<int> LinesStartingWithMarker(SourceText text)
    {
        var found = new List<int>();
        if (IsMarker(text, 0))
        {
            found.Add(0);
        }

        var line = 0;
        foreach (var chunk in text.Chunks)
        {
            foreach (var start in chunk.LineStarts)
            {
                line++;
                if ((start == chunk.Length || chunk.Units[start] is '<' or '=' or '>') && IsMarker(text, line))
                {
                    found.Add(line);
                }
            }
        }

        return found;
    }

    private static bool IsMarker(SourceText text, int line)
    {
        var span = text.Line(line);
        if (span.Length < MarkerLength || text[span.Start] is not ('<' or '=' or '>'))
        {
            return false;
        }

        for (var i = 1; i < MarkerLength; i++)
        {
            if (text[span.Start + i] != text[span.Start])
            {
                return false;
            }
        }

        return span.Length == MarkerLength || text[span.Start + MarkerLength] == ' ';
    }

    private static void FindFences(SourceText text, List<Finding> findings)
    {
        var first = 0;
        while (first < text.LineCount - 1 && text.Line(first).Length == 0)
        {
            first++;
        }

        var last = text.LineCount - 1;
        while (last > first && text.Line(last).Length == 0)
        {
            last--;
        }

        if (IsFence(text, first, mayNameLanguage: true))
        {
            findings.Add(Fence(text, first));
        }

        if (last > first && IsFence(text, last, mayNameLanguage: false))
        {
            findings.Add(Fence(text, last));
        }
    }

    private static Finding Fence(SourceText text, int line) => new()
    {
        Code = FindingCodes.CodeFence,
        Span = text.Line(line),
        Message = "the fence of a Markdown code block was pasted along: delete this line",
    };

    private static bool IsFence(SourceText text, int line, bool mayNameLanguage)
    {
        var span = text.Line(line);
        if (span.Length is < 3 or > 40)
        {
            return false;
        }

        var content = text.ToString(span).AsSpan().TrimEnd();
        return content.StartsWith("```") && (content.Length == 3 || (mayNameLanguage && content[3..].IndexOfAny('`', ' ', ';') < 0));
    }
}
