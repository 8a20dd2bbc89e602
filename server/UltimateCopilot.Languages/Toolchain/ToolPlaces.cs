using System.Buffers;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>Finds the places that a program names by line and column, both from 1, in the way that it counts.</summary>
internal sealed record ToolPlaces(ColumnUnit Unit)
{
    private static readonly SearchValues<char> LineFeeds = SearchValues.Create("\n");
    private static readonly SearchValues<char> UsualBreaks = SearchValues.Create("\n\r");
    private static readonly SearchValues<char> UnicodeBreaks = SearchValues.Create("\n\r\u2028\u2029");

    /// <summary>What ends a line.</summary>
    public LineBreaks Breaks { get; init; }

    /// <summary>A tab leads to the next column behind a multiple of this. Default: 1, it counts like any other character.</summary>
    public int TabStop { get; init; } = 1;

    /// <summary>Whether a byte order mark counts for nothing.</summary>
    public bool SkipsByteOrderMark { get; init; }

    /// <summary>Offset of a place; a column beyond its line means the line's end, a line beyond the text the text's end.</summary>
    public int OffsetAt(SourceText text, int line, int column)
    {
        var offset = LineStart(text, line - 1);
        if (SkipsByteOrderMark && offset == 0 && text.Length > 0 && text[0] == '\uFEFF')
        {
            offset = 1;
        }

        if (Unit == ColumnUnit.Utf16Units && TabStop == 1)
        {
            return (int)Math.Min(offset + Math.Max(column, 1L) - 1, FindBreak(text, offset)); // lines may have millions of columns
        }

        for (var at = 1; offset < text.Length && !LineEnds.Contains(text[offset]);)
        {
            var isPair = char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1]);
            at = text[offset] == '\t' ? ((at - 1) / TabStop * TabStop) + TabStop + 1 : at + Width(text[offset], isPair);
            if (at > column)
            {
                break;
            }

            offset += isPair ? 2 : 1;
        }

        return offset;
    }

    /// <summary>
    /// What is marked for a finding: from a place to another, which may be left out, within one line, and at least one character where the
    /// line has one.
    /// </summary>
    public TextSpan SpanAt(SourceText text, int line, int column, int endLine = 0, int endColumn = 0)
    {
        var start = OffsetAt(text, line, column);
        var lineEnd = Math.Max(start, text.LineEnd(text.LineAt(start)));
        var least = start + 1 < lineEnd && char.IsHighSurrogate(text[start]) ? 2 : 1;
        var end = endLine > 0 ? OffsetAt(text, endLine, endColumn) : start;
        return new TextSpan(start, Math.Min(Math.Max(end, start + least), lineEnd));
    }

    private int Width(char unit, bool isPair) => Unit switch
    {
        ColumnUnit.Utf16Units => isPair ? 2 : 1,
        ColumnUnit.CodePoints => 1,
        _ => isPair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3,
    };

    private SearchValues<char> LineEnds => Breaks switch
    {
        LineBreaks.LineFeeds => LineFeeds,
        LineBreaks.Unicode => UnicodeBreaks,
        _ => UsualBreaks,
    };

    private int FindBreak(SourceText text, int from)
    {
        var offset = 0;
        foreach (var chunk in text.Chunks)
        {
            var start = Math.Clamp(from - offset, 0, chunk.Length);
            if (chunk.Units[start..].IndexOfAny(LineEnds) is >= 0 and var found)
            {
                return offset + start + found;
            }

            offset += chunk.Length;
        }

        return text.Length;
    }

    private int LineStart(SourceText text, int line) => Breaks == LineBreaks.Usual ? text.LineStart(line) : LineStart(text, line, LineEnds);

    private static int LineStart(SourceText text, int line, SearchValues<char> breaks)
    {
        var offset = 0;
        foreach (var chunk in text.Chunks)
        {
            // A chunk never ends between CR and LF.
            var units = chunk.Units;
            for (var at = 0; line > 0 && units[at..].IndexOfAny(breaks) is >= 0 and var next; line--)
            {
                at += next + 1;
                at += units[at - 1] == '\r' && at < units.Length && units[at] == '\n' ? 1 : 0;
                if (line == 1)
                {
                    return offset + at;
                }
            }

            offset += chunk.Length;
        }

        return line > 0 ? text.Length : 0;
    }
}
