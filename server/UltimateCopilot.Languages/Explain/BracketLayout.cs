using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>
/// Looks at block layout alone: lines that end with an opening bracket, and lines that start with a closing one. In formatted code
/// both are indented alike; the first block for which this does not hold is the one that lost its closing bracket, even where the
/// parser has paired its opener with a bracket of an outer block.
/// </summary>
internal static class BracketLayout
{
    private static readonly string[] Labels = ["public", "protected", "private", "signals", "case ", "default"];

    /// <summary>
    /// Offset of the opener, within <paramref name="extent"/>, whose block is left by a closing bracket that is indented less;
    /// -1 where the layout has no contradiction.
    /// </summary>
    public static int FindContradictedOpener(SourceText text, TextSpan extent, out int expectedAt)
    {
        var open = new Stack<(int Opener, int Indent)>();
        var calls = new Stack<(int Opener, int Indent)>();
        for (var line = text.LineAt(extent.Start); line < text.LineCount && text.LineStart(line) < extent.End; line++)
        {
            var (first, indent) = IndentOf(text, line);
            var end = text.LineEnd(line);
            while (end > first && text[end - 1] is ' ' or '\t')
            {
                end--;
            }

            if (first == end || IsComment(text, first))
            {
                continue;
            }

            if (text[first] is '}' or ']' or ')' && open.TryPeek(out var top))
            {
                if (top.Indent > indent)
                {
                    expectedAt = EndOfBlock(text, top.Opener, top.Indent);
                    return top.Opener;
                }

                if (top.Indent == indent)
                {
                    open.Pop();
                    while (calls.TryPeek(out var call) && call.Opener > top.Opener)
                    {
                        calls.Pop(); // never closed
                    }
                }
            }

            indent = Follow(text, new TextSpan(first, end), indent, calls, open);
            if (text[end - 1] is '{' or '[' or '(')
            {
                open.Push((end - 1, indent));
            }
        }

        expectedAt = -1;
        return -1;
    }

    /// <summary>Follows the parentheses of a line, roughly.</summary>
    /// <returns>How far the statement is indented that the line ends with: as its first line.</returns>
    private static int Follow(SourceText text, TextSpan line, int indent, Stack<(int Opener, int Indent)> calls, Stack<(int Opener, int Indent)> blocks)
    {
        var isString = false;
        for (var at = line.Start; at < line.End; at++)
        {
            var unit = text[at];
            isString ^= unit == '"' && text[Math.Max(at - 1, 0)] != '\\';
            if (isString)
            {
                continue;
            }

            if (unit is '(' or '[')
            {
                calls.Push((at, indent));
            }
            else if (unit is ')' or ']' && calls.TryPop(out var call))
            {
                indent = Math.Min(indent, call.Indent);
                if (blocks.TryPeek(out var block) && block.Opener == call.Opener)
                {
                    blocks.Pop();
                }
            }
        }

        return indent;
    }

    /// <summary>
    /// Start of the first line that a closing bracket on a line of its own leaves without a head: what stands between it and the end of the
    /// block before it is indented deeper than both. -1 where the layout shows no such thing.
    /// </summary>
    public static int FindHeadless(SourceText text, int closer)
    {
        var last = text.LineAt(closer);
        var (place, indent) = IndentOf(text, last);
        if (place != closer)
        {
            return -1;
        }

        var headless = -1;
        for (var line = last - 1; line >= 0; line--)
        {
            var (first, column) = IndentOf(text, line);
            if (first == text.LineEnd(line) || text[first] == '#')
            {
                continue;
            }

            if (column <= indent)
            {
                return column == indent && text[first] is '}' or ')' or ']' ? headless : -1;
            }

            headless = first;
        }

        return -1;
    }

    /// <summary>A line's first unit that is no blank, and its column; a tab goes to the next multiple of eight, as where both are mixed.</summary>
    public static (int First, int Column) IndentOf(SourceText text, int line)
    {
        const int TabWidth = 8;
        var (first, column) = (text.LineStart(line), 0);
        for (var end = text.LineEnd(line); first < end && text[first] is ' ' or '\t'; first++)
        {
            column = text[first] == '\t' ? column + TabWidth - (column % TabWidth) : column + 1;
        }

        return (first, column);
    }

    /// <summary>What stands in a block and is often indented like its head: <c>public:</c>.</summary>
    private static bool IsLabel(string line) =>
        line.TrimEnd().EndsWith(':') && Array.Exists(Labels, label => line.StartsWith(label, StringComparison.Ordinal));

    /// <summary>Whether a line is, by its beginning, part of a comment.</summary>
    private static bool IsComment(SourceText text, int first) =>
        first + 1 < text.Length && (text[first], text[first + 1]) is ('*', ' ') or ('/', '/') or ('/', '*');

    /// <summary>Behind the last of the lines below an opener's that are indented deeper than that.</summary>
    public static int EndOfBlock(SourceText text, int opener, int indent)
    {
        var place = opener + 1;
        for (var line = text.LineAt(opener) + 1; line < text.LineCount; line++)
        {
            var (first, column) = IndentOf(text, line);
            if (first == text.LineEnd(line))
            {
                continue; // blank
            }

            if (column < indent || (column == indent && !IsLabel(text.ToString(new TextSpan(first, text.LineEnd(line))))))
            {
                break;
            }

            place = text.LineEnd(line);
            while (text[place - 1] is ' ' or '\t')
            {
                place--;
            }
        }

        return place;
    }
}
