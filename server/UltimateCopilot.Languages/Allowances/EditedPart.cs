using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Allowances;

/// <summary>
/// Finds the part of a large sound text that edits have touched, and that can be parsed by itself: a function among functions. Incremental
/// parsing reuses little in grammars full of conflicts, so that its cost grows with the file; that of a part does not.
/// </summary>
internal sealed class EditedPart(StandaloneParts parts, Grammar grammar)
{
    /// <summary>A smaller text is parsed quickly enough as a whole.</summary>
    private const int SmallestText = 1 << 16;

    /// <summary>A part that is most of the text saves nothing.</summary>
    private const int LargestShare = 4;

    private readonly ushort[] _containers = [.. parts.Containers.Select(grammar.SymbolOf)];

    /// <summary>The part around what was edited; null where the text should be parsed as a whole.</summary>
    /// <param name="before">The last sound tree, edited along.</param>
    /// <param name="edited">All that was edited since.</param>
    /// <param name="text">The text after the edits.</param>
    public TextSpan? Find(SyntaxTree before, TextSpan edited, SourceText text)
    {
        if (text.Length < SmallestText || before.PartAround(edited, _containers) is not { } part || part.Length > text.Length / LargestShare)
        {
            return null;
        }

        // With lines of its own, so that a line belongs to one part alone.
        return IsBlank(text, new TextSpan(text.LineStart(text.LineAt(part.Start)), part.Start)) && text.LineAt(LastUnit(text, part)) < text.LineAt(part.End)
            ? part
            : null;
    }

    /// <summary>Whether the parser met damage in the last line of the part: then the mistake may lie in what follows.</summary>
    public static bool IsDamagedAtItsEnd(SyntaxTree tree, TextSpan part, SourceText text)
    {
        var last = text.LineStart(text.LineAt(LastUnit(text, part)));
        return Array.Exists(tree.ReadDamage(Explain.DamagedTree.NodeLimit), node => (node.Flags & (NodeFlags.Error | NodeFlags.Missing)) != 0 && node.End > last);
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
