using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Allowances;

/// <summary>
/// Finds the part of a sound text that edits have touched, and that can be parsed by itself: a function among functions. Incremental
/// parsing reuses little in grammars full of conflicts, so that its cost grows with the file; that of a part does not.
/// </summary>
internal sealed class EditedPart(StandaloneParts parts, Grammar grammar)
{
    /// <summary>A smaller text is parsed quickly enough as a whole.</summary>
    private const int SmallestText = 1 << 13;

    /// <summary>A part that is most of the text saves nothing.</summary>
    private const int LargestShare = 4;

    private readonly ushort[] _containers = [.. parts.Containers.Select(grammar.SymbolOf)];

    /// <summary>The part around what was edited; null where the text should be parsed as a whole.</summary>
    /// <param name="before">The last sound tree, edited along.</param>
    /// <param name="edited">All that was edited since.</param>
    /// <param name="shown">The text after the edits, as the grammar reads it.</param>
    public TextSpan? Find(SyntaxTree before, TextSpan edited, SourceText shown)
    {
        if (shown.Length < SmallestText || before.PartAround(edited, _containers) is not { } part || part.Length > shown.Length / LargestShare)
        {
            return null;
        }

        // With lines of its own, so that a line belongs to one part alone. What stands on the next part's first line is masked, if anything.
        var start = shown.LineStart(shown.LineAt(part.Start));
        var end = part.End < shown.Length ? shown.LineStart(shown.LineAt(part.End)) : part.End;
        return start <= edited.Start && edited.End < end && IsBlank(shown, new TextSpan(start, part.Start)) ? new TextSpan(start, end) : null;
    }

    /// <summary>Offset of the last unit that is not blank.</summary>
    public static int LastUnit(SourceText text, TextSpan part)
    {
        var at = part.End - 1;
        while (at > part.Start && char.IsWhiteSpace(text[at]))
        {
            at--;
        }

        return at;
    }

    private static bool IsBlank(SourceText text, TextSpan span) => string.IsNullOrWhiteSpace(text.ToString(span));
}
