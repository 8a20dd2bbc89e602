using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>
/// Looks at block layout alone: lines that end with an opening bracket, and lines that start with a closing one. In formatted code
/// both are indented alike; the first block for which this does not hold is the one that lost its closing bracket, even where the
/// parser has paired its opener with a bracket of an outer block.
/// </summary>
internal static class BracketLayout
{
    /// <summary>
    /// Offset of the opener, from <paramref name="start"/> on, whose block is left by a closing bracket that is indented less;
    /// -1 where the layout has no contradiction.
    /// </summary>
    public static int FindContradictedOpener(SourceText text, int start, out int expectedAt)
    {
        var open = new Stack<(int Opener, int Indent)>();
        var lastText = start;
        for (var line = text.LineAt(start); line < text.LineCount; line++)
        {
            var extent = text.Line(line);
            var first = extent.Start;
            while (first < extent.End && text[first] is ' ' or '\t')
            {
                first++;
            }

            var end = extent.End;
            while (end > first && text[end - 1] is ' ' or '\t')
            {
                end--;
            }

            if (first == end)
            {
                continue;
            }

            var indent = first - extent.Start;
            if (text[first] is '}' or ']' or ')' && open.TryPeek(out var top))
            {
                if (top.Indent > indent)
                {
                    expectedAt = lastText;
                    return top.Opener;
                }

                if (top.Indent == indent)
                {
                    open.Pop();
                }
            }

            if (text[end - 1] is '{' or '[' or '(')
            {
                open.Push((end - 1, indent));
            }

            lastText = end;
        }

        expectedAt = -1;
        return -1;
    }
}
