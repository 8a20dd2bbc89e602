using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>
/// Names the cause where a parser stumbles over what was pasted along with code: one finding in place of all that the parser says of those
/// lines. Only lines near what a parser has found are looked at, so whatever stands in a string or a comment is left alone.
/// </summary>
internal static class Causes
{
    /// <summary>Parsers that have stumbled over a cause often do so again so many lines behind it.</summary>
    private const int Echo = 3;

    /// <summary>Whoever has mended the first causes sees the next.</summary>
    private const int MostFindings = 16;

    /// <summary>What is looked for, first what nothing else looks like, and how many lines from where a parser stumbles.</summary>
    private static readonly (CauseFinder Find, int Reach)[] Finders =
    [
        (ConflictMarkers.FindLone, 3),
        (CodeFences.FindInside, 3),
        (ToolTags.FindAt, 3),
        (DiffMarks.FindAt, 3),
        (LineNumbers.FindAt, 3),
        (EscapedCode.FindAt, 1),
        (EscapedCode.FindLineBreakAt, 0),
        (LeftOutLines.FindAt, 3),
        (AnswerSentences.FindAt, 0),
        (ForeignCharacters.FindAt, 0),
    ];

    /// <summary>What leaves a text so broken that a parser may first stumble far away.</summary>
    private static readonly CauseFinder[] FarFinders = [ToolTags.FindAt, DiffMarks.FindAt, LineNumbers.FindAt, EscapedCode.FindAt];

    /// <summary>A larger file is no hand-written source.</summary>
    private const int LargestFile = 1 << 20;

    /// <summary>The findings of a parser, with causes in place of what they explain, in document order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language.</param>
    /// <param name="parsed">What the parser has found.</param>
    /// <param name="looksFar">Whether all lines are looked at where nothing is near, which takes too long for a keystroke.</param>
    public static List<Finding> Explain(SourceText text, LanguageDefinition language, List<Finding> parsed, bool looksFar = true)
    {
        var causes = new List<Cause>();
        foreach (var finding in parsed.Take(MostFindings))
        {
            if (finding.Severity == Severity.Error && !IsTextual(finding) && !causes.Exists(cause => Covers(cause, finding, text)) && FindNear(text, language, finding) is { } found
                && !causes.Exists(cause => cause.FirstLine == found.FirstLine))
            {
                causes.Add(found);
            }
        }

        if (causes.Count == 0 && looksFar && parsed.Exists(static finding => IsOfBrackets(finding)) && FindFar(text, language) is { } far)
        {
            causes.Add(far);
        }

        if (causes.Count == 0)
        {
            return parsed;
        }

        List<Finding> explained = [.. parsed.Where(finding => !causes.Exists(cause => Covers(cause, finding, text))), .. causes.Select(static cause => cause.Finding)];
        explained.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return explained;
    }

    /// <summary>Whether the finding names something that was pasted along, rather than a rule of the language.</summary>
    public static bool IsTextual(Finding finding) => finding.Code
        is FindingCodes.ConflictMarker or FindingCodes.CodeFence or FindingCodes.PastedResidue or FindingCodes.EscapedText or FindingCodes.CutOff;

    /// <summary>What tells of something open says little about where the text went wrong.</summary>
    private static bool IsOfBrackets(Finding finding) => finding is
    {
        Severity: Severity.Error,
        Code: FindingCodes.UnclosedBracket or FindingCodes.UnmatchedBracket or FindingCodes.MismatchedBracket or FindingCodes.UnclosedString or FindingCodes.UnexpectedEnd,
    };

    /// <summary>The only cause in the whole text; two may well be meant.</summary>
    private static Cause? FindFar(SourceText text, LanguageDefinition language)
    {
        var found = default(Cause);
        for (var line = 0; line < text.LineCount && text.Length <= LargestFile; line++)
        {
            foreach (var find in FarFinders)
            {
                if (find(text, language, line) is not { } cause)
                {
                    continue;
                }

                if (found is not null)
                {
                    return null;
                }

                found = cause with { UpsetsAllBehind = true };
                line = cause.LastLine;
                break;
            }
        }

        return found;
    }

    private static Cause? FindNear(SourceText text, LanguageDefinition language, Finding finding)
    {
        List<int> lines = [.. finding.Related.Select(static place => place.Span.Start).Prepend(finding.Span.Start).Select(text.LineAt)];
        foreach (var (find, reach) in Finders)
        {
            for (var distance = 0; distance <= reach; distance++)
            {
                foreach (var line in lines.SelectMany(line => distance == 0 ? new[] { line } : [line - distance, line + distance]))
                {
                    if (line >= 0 && line < text.LineCount && find(text, language, line) is { } cause && Covers(cause, finding, text))
                    {
                        return cause;
                    }
                }
            }
        }

        return null;
    }

    private static bool Covers(Cause cause, Finding finding, SourceText text)
    {
        var line = text.LineAt(finding.Span.Start);
        return (line >= cause.FirstLine - 1 && (cause.UpsetsAllBehind || line <= cause.LastLine + Echo))
            || (cause.UpsetsAllBehind && IsOfBrackets(finding))
            || finding.Related.Any(place => text.LineAt(place.Span.Start) is var related && related >= cause.FirstLine && related <= cause.LastLine);
    }
}
