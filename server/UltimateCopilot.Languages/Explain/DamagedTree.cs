using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Explain;

/// <summary>The damaged part of a tree with all that is needed to talk about it.</summary>
/// <param name="nodes">Its nodes, the root first.</param>
/// <param name="grammar">What it was parsed by.</param>
/// <param name="language">What it was parsed as.</param>
/// <param name="text">The whole text.</param>
/// <param name="part">What of it was parsed; null for all.</param>
internal sealed class DamagedTree(NativeNode[] nodes, Grammar grammar, LanguageDefinition language, SourceText text, TextSpan? part = null)
{
    /// <summary>More nodes are not looked at: a file that broken needs no more findings.</summary>
    public const int NodeLimit = 200_000;

    public ReadOnlySpan<NativeNode> Nodes => nodes;

    public LanguageDefinition Language => language;

    public SourceText Text => text;

    /// <summary>What of the text the tree stands for; the rest is sound.</summary>
    public TextSpan Extent { get; } = part ?? new TextSpan(0, text.Length);

    /// <summary>Where the first error is: before it the tree is as that of a sound text.</summary>
    public int Start => Enumerable.Range(0, nodes.Length).Where(i => Is(i, NodeFlags.Error) || IsMissing(i)).Select(i => SpanOf(i).Start).DefaultIfEmpty(0).Min();

    /// <summary>The text of the node, or the name of its symbol where error recovery made it up.</summary>
    public string NameOf(int node) => grammar.NameOf(nodes[node].Symbol);

    public bool Is(int node, NodeFlags flags) => (nodes[node].Flags & flags) == flags;

    /// <summary>Made up by the parser for want of text.</summary>
    public bool IsMissing(int node) => nodes[node].IsMissing;

    /// <summary>A literal token of the text: neither a rule nor made up.</summary>
    public bool IsToken(int node) => (nodes[node].Flags & (NodeFlags.Leaf | NodeFlags.Named | NodeFlags.Missing)) == NodeFlags.Leaf;

    public TextSpan SpanOf(int node) => new(Math.Min((int)nodes[node].Start, text.Length), Math.Min((int)nodes[node].End, text.Length));

    /// <summary>The language's words that are no names.</summary>
    public IEnumerable<string> Keywords => grammar.Keywords;

    public ExpectedSymbols ExpectedBefore(int node) => grammar.ExpectedIn(nodes[node].State);

    public ExpectedSymbols ExpectedAfter(int node) => grammar.ExpectedIn(nodes[node].StateAfter);

    /// <summary>The last node before this one that stands for text and is no comment; -1 where it is the first.</summary>
    public int LeafBefore(int node)
    {
        for (var i = node - 1; i >= 0; i--)
        {
            if (IsTextual(i) && nodes[i].End <= nodes[node].Start)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first node from this one's end on that stands for text and is no comment; -1 where there is none.</summary>
    public int LeafAfter(int node)
    {
        for (var i = (int)nodes[node].SubtreeEnd; i < nodes.Length; i++)
        {
            if (IsTextual(i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Offset behind the last thing before <paramref name="node"/> that is neither blank nor comment.</summary>
    public int EndOfTextBefore(int node)
    {
        var before = LeafBefore(node);
        return before < 0 ? SpanOf(node).Start : TrimmedEnd(SpanOf(before));
    }

    /// <summary>The node's end without the blanks and line breaks that some grammars count in.</summary>
    public int TrimmedEnd(TextSpan span)
    {
        var end = span.End;
        while (end > span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    /// <summary>Stands for a stretch of text as a whole: a token, or a sound node whose inside is not listed.</summary>
    private bool IsTextual(int node) =>
        nodes[node].SubtreeEnd == node + 1 && nodes[node].End > nodes[node].Start && !Is(node, NodeFlags.Extra) && !Is(node, NodeFlags.Missing)
        && TrimmedEnd(SpanOf(node)) > SpanOf(node).Start;
}
