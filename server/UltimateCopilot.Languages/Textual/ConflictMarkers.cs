using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>Markers of an unresolved merge: lines that start with seven times the same sign, https://git-scm.com/docs/git-merge#_how_conflicts_are_presented.</summary>
internal static class ConflictMarkers
{
    private const int Length = 7;

    /// <summary>Whole conflicts, each of which is a mistake in any text; then markers without the rest, which may stand in a text on purpose.</summary>
    public static List<Finding> Find(SourceText text, IEnumerable<int> suspects)
    {
        var found = new List<Finding>();
        var lone = new List<int>();
        int ours = -1, middle = -1;
        foreach (var line in suspects.Where(line => IsMarker(text, line)))
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
                    found.Add(Whole(text, ours, middle, line));
                    (ours, middle) = (-1, -1);
                    break;
                case '>':
                    Leave(line, lone);
                    break;
                default:
                    break;
            }
        }

        Leave(ours, lone);
        found.AddRange(lone.Where(line => IsNamed(text, line)).Select(line => Lone(text, line) with { Severity = Severity.Warning }));
        return found;
    }

    /// <summary>A single marker where a parser stumbles.</summary>
    public static Cause? FindLone(SourceText text, LanguageDefinition language, int line) =>
        IsMarker(text, line) ? new Cause(Lone(text, line), line, line) : null;

    private static Finding Whole(SourceText text, int ours, int middle, int theirs) => new()
    {
        Code = FindingCodes.ConflictMarker,
        Span = text.Line(ours),
        Message = "unresolved merge conflict: keep one side, or both, and delete the marker lines",
        Related = [new RelatedPlace(text.Line(middle), "the other side starts here"), new RelatedPlace(text.Line(theirs), "the conflict ends here")],
    };

    private static Finding Lone(SourceText text, int line) => new()
    {
        Code = FindingCodes.ConflictMarker,
        Span = text.Line(line),
        Message = "a marker of a merge conflict was left over: delete this line, and what belongs to the side that you do not want",
    };

    private static void Leave(int line, List<int> lone)
    {
        if (line >= 0)
        {
            lone.Add(line);
        }
    }

    /// <summary>Behind a marker that stands alone a name is expected: seven signs are too often drawn as a line.</summary>
    private static bool IsNamed(SourceText text, int line) => text.Line(line).Length > Length + 1;

    private static bool IsMarker(SourceText text, int line)
    {
        var span = text.Line(line);
        if (span.Length < Length || text[span.Start] is not ('<' or '=' or '>' or '|'))
        {
            return false;
        }

        for (var i = 1; i < Length; i++)
        {
            if (text[span.Start + i] != text[span.Start])
            {
                return false;
            }
        }

        return span.Length == Length || text[span.Start + Length] == ' ';
    }
}
