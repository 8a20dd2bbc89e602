using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Explain;

/// <summary>Says what is wrong at an ERROR node: which token came unexpectedly, and what the parser would have taken instead.</summary>
internal sealed partial class ErrorExplainer(DamagedTree tree)
{
    private static readonly ExpectedSymbols Nothing = new([], []);

    /// <summary>The finding of the ERROR node at index <paramref name="error"/>.</summary>
    public Finding Explain(int error)
    {
        if (FindUnclosedComment(error) is { } comment)
        {
            return comment;
        }

        if (FindUnclosedString(error) is { } text)
        {
            return text;
        }

        if (FindAdjacentValues(error) is { } comma)
        {
            return comma;
        }

        var (offender, before, expected) = FindOffender(error);
        var place = before < 0 ? offender.Start : tree.TrimmedEnd(tree.SpanOf(before));
        if (before >= 0 && tree.NameOf(before) is "</" && FindOpenTag(before) is { } tag)
        {
            return UnpairedTag(before, tag);
        }

        if (offender.Start >= tree.TrimmedEnd(new TextSpan(0, tree.Text.Length)))
        {
            return FindOpenTag((int)tree.Nodes[error].SubtreeEnd) is { } unclosed
                ? UnclosedTag(unclosed)
                : Missing(expected, before, place, null) ?? At(
                FindingCodes.UnexpectedEnd, LastUnitBefore(place), "the file ends in the middle of a construct");
        }

        return FindMisspelt(offender, before) ?? Missing(expected, before, place, offender) ?? Unexpected(offender, before);
    }

    /// <summary>Whether the ERROR is nothing but a comma before a closing bracket.</summary>
    public bool IsTrailingComma(int error) =>
        tree.Text.ToString(tree.SpanOf(error)) is "," && tree.LeafAfter(error) is >= 0 and var next && tree.NameOf(next) is "}" or "]" or ")";

    /// <summary>
    /// The text that did not fit, the node before it, and what would have fitted. The native list marks tokens that their parse
    /// state had no use for; where recovery dropped valid tokens instead, the text behind the ERROR node is what did not fit.
    /// </summary>
    private (TextSpan Offender, int Before, ExpectedSymbols Expected) FindOffender(int error)
    {
        var nodes = tree.Nodes;
        var last = -1;
        for (var i = error + 1; i < nodes[error].SubtreeEnd; i++)
        {
            if (tree.Is(i, NodeFlags.Leaf | NodeFlags.Unexpected) && !tree.Is(i, NodeFlags.Extra))
            {
                return (tree.SpanOf(i), tree.LeafBefore(i), tree.ExpectedBefore(i));
            }

            if (tree.Is(i, NodeFlags.Error | NodeFlags.Damaged))
            {
                return FindOffender(i); // the parser stumbled within, and then over what it had made of that
            }

            if (nodes[i].SubtreeEnd == i + 1 && nodes[i].End > nodes[i].Start)
            {
                last = i;
            }
        }

        var span = tree.SpanOf(error);
        if (last < 0)
        {
            return (span, tree.LeafBefore(error), Nothing); // text without any token
        }

        var covered = SkipBlank(tree.SpanOf(last).End);
        if (covered < span.End)
        {
            return (WordAt(covered), last, tree.ExpectedAfter(last)); // the ERROR holds text behind its last token
        }

        // A parser that gives up leaves the rest of the text without a node.
        var next = tree.LeafAfter(error);
        var start = next < 0 ? SkipBlank(span.End) : tree.SpanOf(next).Start;
        return (start < tree.Text.Length ? WordAt(start) : new TextSpan(start, start), last, tree.ExpectedAfter(last));
    }

    private TextSpan LastUnitBefore(int place) => new(Math.Max(place - 1, tree.Text.LineStart(tree.Text.LineAt(place))), place);

    private static Finding At(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message };

    private int SkipBlank(int offset)
    {
        while (offset < tree.Text.Length && char.IsWhiteSpace(tree.Text[offset]))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>The word, or else the single character, at an offset.</summary>
    private TextSpan WordAt(int start)
    {
        var end = start;
        if (start < tree.Text.Length && tree.Text[start] is '"' or '\'')
        {
            // A string, up to its second quote.
            var line = tree.Text.ToString(new TextSpan(start, tree.Text.LineEnd(tree.Text.LineAt(start))));
            return new TextSpan(start, start + Math.Max(line.IndexOf(line[0], 1) + 1, 1));
        }

        while (end < tree.Text.Length && (char.IsLetterOrDigit(tree.Text[end]) || tree.Text[end] is '_' or '-' && end > start))
        {
            end++;
        }

        return new TextSpan(start, Math.Min(Math.Max(end, start + 1), tree.Text.Length));
    }
}
