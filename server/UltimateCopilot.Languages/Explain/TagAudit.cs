using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Explain;

/// <summary>
/// Finds JSX elements that are never closed, and tags that follow an element where nothing may. The grammar pairs tags without comparing their
/// names, so the one left over is an outer element; the names tell which one it was.
/// </summary>
internal static class TagAudit
{
    public static List<Finding> Of(DamagedTree tree)
    {
        var findings = new List<Finding>();
        var nodes = tree.Nodes;
        for (var i = nodes.Length - 1; i > 0; i--)
        {
            if (tree.NameOf(i) is not "jsx_opening_element" || !tree.Is((int)nodes[i].Parent, NodeFlags.Error))
            {
                continue;
            }

            if (findings.Count > 0 && nodes[i].SubtreeEnd <= nodes.Length && SameError(tree, i, findings[^1]))
            {
                continue; // of several open in one another the innermost is mended first
            }

            findings.Add(Explain(tree, i));
        }

        return findings.Count == 0 && FindBehindElement(tree) is { } beside ? [beside] : findings;
    }

    /// <summary>A second tag behind a whole element: the grammar takes it for a comparison, and its end tag for a regular expression.</summary>
    private static Finding? FindBehindElement(DamagedTree tree)
    {
        var text = tree.Text;
        for (var i = 1; i < tree.Nodes.Length && !tree.Is(i, NodeFlags.Missing) && !tree.Is(i, NodeFlags.Error); i++)
        {
            var (start, first) = (tree.SpanOf(i).Start, tree.SpanOf((int)tree.Nodes[i].Parent).Start);
            if (tree.NameOf(i) is "regex" && start > 0 && text[start - 1] == '<' && text[first] == '<')
            {
                var name = NameAt(text, start + 1);
                var between = text.ToString(new TextSpan(first + 1, start - 1));
                var beside = between.LastIndexOf($"<{name}", StringComparison.Ordinal);
                return beside < 0
                    ? Tag(FindingCodes.UnpairedTag, start - 1, name.Length + 3, $"'</{name}>' closes nothing: no element is open here")
                    : Tag(FindingCodes.UnexpectedToken, first + 1 + beside, name.Length + 1, $"'<{name}>' stands beside '<{NameAt(text, first + 1)}>': put both into one element, or into '<>' and '</>'");
            }
        }

        return null;

        static Finding Tag(string code, int start, int length, string message) => new() { Code = code, Span = new TextSpan(start, start + length), Message = message };
    }

    private static bool SameError(DamagedTree tree, int node, Finding finding) => tree.SpanOf((int)tree.Nodes[node].Parent).Touches(finding.Span);

    private static Finding Explain(DamagedTree tree, int open)
    {
        var parent = tree.Nodes[open].Parent;
        for (var i = (int)tree.Nodes[open].SubtreeEnd; i < tree.Nodes.Length; i++)
        {
            if (tree.Nodes[i].Parent == parent && tree.NameOf(i) is "jsx_element" && Mismatch(tree.Text, tree.SpanOf(i)) is { } mismatch)
            {
                return mismatch;
            }
        }

        var span = tree.SpanOf(open);
        var tag = $"<{NameAt(tree.Text, span.Start + 1)}>";
        return new Finding
        {
            Code = FindingCodes.UnpairedTag,
            Span = span with { End = Math.Min(span.End, tree.Text.LineEnd(tree.Text.LineAt(span.Start))) },
            Message = $"'{tag}' opened here is never closed: expected '</{tag[1..]}'",
        };
    }

    /// <summary>The end tag of an element that was meant for another one.</summary>
    private static Finding? Mismatch(SourceText text, TextSpan element)
    {
        var content = text.ToString(element);
        var end = content.LastIndexOf("</", StringComparison.Ordinal);
        var (open, close) = (NameAt(text, element.Start + 1), NameAt(text, element.Start + Math.Max(end, 0) + 2));
        if (end < 0 || open == close)
        {
            return null;
        }

        var place = element.Start + end;
        return new Finding
        {
            Code = FindingCodes.UnpairedTag,
            Span = new TextSpan(place, element.End),
            Message = $"'</{close}>' does not close the open '<{open}>'{Wording.OnLine(text, element.Start, place)}",
            Related = [new RelatedPlace(new TextSpan(element.Start, element.Start + open.Length + 1), $"'<{open}>' opened here")],
        };
    }

    private static string NameAt(SourceText text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' or ':' or '$'))
        {
            end++;
        }

        return text.ToString(new TextSpan(Math.Min(start, end), end));
    }
}
