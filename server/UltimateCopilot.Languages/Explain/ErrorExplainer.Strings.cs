using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Explain;

// Strings and comments that are never closed.
internal sealed partial class ErrorExplainer
{
    /// <summary>A quote among the ERROR's tokens that no second one follows.</summary>
    private Finding? FindUnclosedString(int error)
    {
        var nodes = tree.Nodes;
        for (var i = error + 1; i < nodes[error].SubtreeEnd && tree.Language.LineStrings is null; i++)
        {
            if (tree.Is(i, NodeFlags.Leaf | NodeFlags.Error) && IsOpenString(tree.SpanOf(i)))
            {
                return UnclosedString(tree.SpanOf(i).Start); // text of no token that begins like a string
            }

            if (!tree.Is(i, NodeFlags.Leaf) || !IsQuote(tree.NameOf(i)))
            {
                continue;
            }

            var name = tree.NameOf(i);
            var parent = nodes[i].Parent;
            var closed = false;
            for (var j = i + 1; j < nodes[error].SubtreeEnd && !closed; j++)
            {
                closed = nodes[j].Parent == parent && (tree.NameOf(j) == name || tree.NameOf(j) is "string_end" or "raw_string_end");
            }

            if (closed)
            {
                return null;
            }

            return UnclosedString(tree.SpanOf(i).Start);
        }

        return null;
    }

    /// <summary>The finding of a string that starts at an offset.</summary>
    public Finding UnclosedString(int start)
    {
        var line = tree.Text.Line(tree.Text.LineAt(start));
        var mark = tree.Text.ToString(line with { Start = start }).TrimStart("$@rRbBfFuU".ToCharArray());
        var count = mark.Length - mark.TrimStart(mark.Length > 0 ? mark[0] : ' ').Length;
        mark = mark[..(count >= 3 ? count : Math.Min(count, 1))];
        return At(
            FindingCodes.UnclosedString, new TextSpan(start, Math.Max(tree.TrimmedEnd(line), start + mark.Length)),
            $"this string is never closed: expected {(mark.Contains('\'') ? $"\"{mark}\"" : $"'{mark}'")}");
    }

    /// <summary>A comment that the grammar took for something else, for want of its end.</summary>
    private Finding? FindUnclosedComment(int error)
    {
        var text = tree.Text;
        for (var i = error; i < tree.Nodes[error].SubtreeEnd; i++)
        {
            var start = tree.SpanOf(i).Start;
            foreach (var (open, close) in tree.Language.BlockComments)
            {
                if (start + open.Length <= text.Length && text.ToString(new TextSpan(start, start + open.Length)) == open
                    && !text.ToString(new TextSpan(start + open.Length, text.Length)).Contains(close, StringComparison.Ordinal))
                {
                    return open == "<![CDATA["
                        ? At(FindingCodes.UnexpectedEnd, new TextSpan(start, start + open.Length), $"this CDATA section is never closed: expected '{close}'")
                        : At(FindingCodes.UnclosedComment, new TextSpan(start, start + open.Length), $"this comment is never closed: expected '{close}'");
                }
            }
        }

        return null;
    }

    /// <summary>Starts with a quote, perhaps behind the signs that some kinds of strings begin with, and has no second one.</summary>
    private bool IsOpenString(TextSpan span)
    {
        var content = tree.Text.ToString(span).TrimStart('$', '@');
        return content.Length > 0 && content[0] is '"' or '\'' or '`' && content.LastIndexOf(content[0]) == 0;
    }

    private static bool IsQuote(string name) => name is "string_start" or "\"" or "'" or "`" or "\"\"\"" or "'''" or "@\"" or "$\"" or "raw_string_start";
}
