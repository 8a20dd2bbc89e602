using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Explain;

/// <summary>
/// Finds the block of words, such as <c>if</c> and <c>fi</c>, that is never ended. The parser notices at the end of an outer block or of the
/// text; the layout tells which one it was.
/// </summary>
internal static class BlockAudit
{
    public static IEnumerable<Finding> Of(DamagedTree tree)
    {
        if (tree.Language.Blocks.Count == 0 || FindOpenBlock(tree) is not { } start || BlockLayout.FindIncomplete(tree.Text, tree.Language, start) is not { } block)
        {
            yield break;
        }

        var opener = tree.Text.ToString(block.Opener);
        var isEnd = tree.Language.Blocks.Any(words => words.Close == block.Missing);
        yield return new Finding
        {
            Code = isEnd ? FindingCodes.UnclosedBracket : FindingCodes.MissingToken,
            Span = new TextSpan(Math.Max(block.ExpectedAt - 1, block.Opener.Start), block.ExpectedAt),
            Message = isEnd
                ? $"'{opener}'{Wording.OpenedOnLine(tree.Text, block.Opener.Start, block.ExpectedAt)} is never closed: expected '{block.Missing}' here"
                : $"expected '{block.Missing}' to go with '{opener}'",
            Expected = block.Missing,
            Related = [new RelatedPlace(block.Opener, isEnd ? $"'{opener}' opened here" : $"this '{opener}' needs it")],
        };
    }

    /// <summary>Where the first block begins that the parser misses the end of, or could make nothing of its first word.</summary>
    private static int? FindOpenBlock(DamagedTree tree)
    {
        for (var i = 1; i < tree.Nodes.Length; i++)
        {
            if (!tree.Is(i, NodeFlags.Leaf))
            {
                continue;
            }

            var (name, parent) = (tree.NameOf(i), (int)tree.Nodes[i].Parent);
            if (tree.Is(i, NodeFlags.Missing) && tree.Language.Blocks.Any(block => block.Close == name))
            {
                return tree.SpanOf(parent).Start;
            }

            if (tree.Is(parent, NodeFlags.Error) && tree.Language.Blocks.Any(block => block.Open.Contains(name) || block.Trailing?.Contains(name) == true))
            {
                return tree.SpanOf(i).Start;
            }
        }

        return null;
    }
}
