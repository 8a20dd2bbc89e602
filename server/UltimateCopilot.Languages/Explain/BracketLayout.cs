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
                    expectedAt = EndOfBlock(text, top.Opener, top.Indent);
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
        }

        expectedAt = -1;
        return -1;
    }

    /// <summary>Behind the last of the lines below an opener's that are indented deeper than that.</summary>
    public static int EndOfBlock(SourceText text, int opener, int indent)
    {
        var place = opener + 1;
        for (var line = text.LineAt(opener) + 1; line < text.LineCount; line++)
        {
            var extent = text.Line(line);
            var first = extent.Start;
            while (first < extent.End && text[first] is ' ' or '\t')
            {
                first++;
            }

            if (first == extent.End)
            {
                continue; // blank
            }

            if (first - extent.Start <= indent)
            {
                break;
            }

            place = extent.End;
            while (text[place - 1] is ' ' or '\t')
            {
                place--;
            }
        }

        return place;
    }
}
