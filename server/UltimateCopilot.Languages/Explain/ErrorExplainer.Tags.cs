using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Explain;

// Tags without their partner.
internal sealed partial class ErrorExplainer
{
    /// <summary>The last opening tag before this node that the parser could not pair.</summary>
    private int? FindOpenTag(int node)
    {
        for (var i = node - 1; i >= 0; i--)
        {
            if (tree.NameOf(i) is "STag" or "jsx_opening_element" && tree.Is((int)tree.Nodes[i].Parent, NodeFlags.Error))
            {
                return i;
            }
        }

        return null;
    }

    private Finding UnclosedTag(int open)
    {
        var span = tree.SpanOf(open);
        var name = tree.Text.ToString(WordAt(span.Start + 1));
        return At(FindingCodes.UnpairedTag, span, $"'<{name}>' opened here is never closed: expected '</{name}>'") with
        {
            Related = [new RelatedPlace(span, $"'<{name}>' opened here")],
        };
    }

    private Finding UnpairedTag(int closing, int open)
    {
        var start = tree.SpanOf(closing).Start;
        var name = WordAt(tree.SpanOf(closing).End);
        var openName = WordAt(tree.SpanOf(open).Start + 1);
        var text = tree.Text;
        return At(
            FindingCodes.UnpairedTag, new TextSpan(start, Math.Min(name.End + 1, text.Length)),
            $"'</{text.ToString(name)}>' does not close the open '<{text.ToString(openName)}>'{Wording.OnLine(text, openName.Start, start)}") with
        {
            Related = [new RelatedPlace(tree.SpanOf(open), $"'<{text.ToString(openName)}>' opened here")],
        };
    }
}
