using System.Text;

namespace UltimateCopilot.Languages.Text;

public sealed partial class SourceText
{
    /// <summary>Number, from 0, of the line that <paramref name="offset"/> lies on. A line break belongs to the line it ends.</summary>
    public int LineAt(int offset)
    {
        offset = Math.Clamp(offset, 0, Length);
        var chunk = ChunkAt(offset);
        return _lines[chunk] + _chunks[chunk].LineBreaksBefore(offset - _offsets[chunk]);
    }

    /// <summary>Offset of the first unit of a line; beyond the last line: the end of the text.</summary>
    public int LineStart(int line)
    {
        if (line <= 0)
        {
            return 0;
        }

        if (line >= LineCount)
        {
            return Length;
        }

        // The chunk whose line breaks include number `line`, counted from 1.
        var at = _lines.AsSpan(0, _chunks.Length).BinarySearch(line);
        var chunk = at >= 0 ? at - 1 : ~at - 1;
        while (_lines[chunk] >= line)
        {
            chunk--; // chunks without a line break share their number with the next
        }

        return _offsets[chunk] + _chunks[chunk].LineStarts[line - _lines[chunk] - 1];
    }

    /// <summary>Offset behind the last unit of a line, before its line break.</summary>
    public int LineEnd(int line)
    {
        if (line >= LineCount - 1)
        {
            return Length;
        }

        var end = LineStart(line + 1) - 1;
        return end > 0 && this[end] == '\n' && this[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>A line's extent without its line break.</summary>
    public TextSpan Line(int line) => new(LineStart(line), LineEnd(line));

    /// <summary>The lines that some stretches touch, in document order, without overlaps.</summary>
    public List<TextSpan> WholeLines(IEnumerable<TextSpan> stretches)
    {
        var lines = new List<TextSpan>();
        foreach (var stretch in stretches.OrderBy(static stretch => stretch.Start))
        {
            var whole = new TextSpan(LineStart(LineAt(stretch.Start)), LineEnd(LineAt(stretch.End)));
            if (lines.Count > 0 && whole.Start <= lines[^1].End + 1)
            {
                lines[^1] = lines[^1] with { End = Math.Max(lines[^1].End, whole.End) };
            }
            else
            {
                lines.Add(whole);
            }
        }

        return lines;
    }

    /// <summary>Line and column of an offset.</summary>
    public TextPosition PositionAt(int offset)
    {
        offset = Math.Clamp(offset, 0, Length);
        var line = LineAt(offset);
        return new TextPosition(line, offset - LineStart(line));
    }

    /// <summary>Offset of a place; a column beyond the line means its end, a place beyond the text its end.</summary>
    public int OffsetAt(TextPosition position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        var start = LineStart(position.Line);
        var room = LineEnd(position.Line) - start;
        return start + Math.Clamp(position.Column, 0, Math.Max(room, 0));
    }

    /// <summary>Column in UTF-8 bytes of a place, for clients that count so.</summary>
    public int Utf8ColumnAt(TextPosition position)
    {
        var start = LineStart(position.Line);
        return CountUtf8(new TextSpan(start, OffsetAt(position)));
    }

    /// <summary>Offset of a place whose column counts UTF-8 bytes; a column within a character means its start.</summary>
    public int OffsetAtUtf8(int line, int utf8Column)
    {
        var span = line < 0 ? new TextSpan(0, 0) : Line(line);
        var offset = span.Start;
        while (offset < span.End)
        {
            var pair = char.IsHighSurrogate(this[offset]) && offset + 1 < span.End && char.IsLowSurrogate(this[offset + 1]);
            var bytes = pair ? 4 : this[offset] < 0x80 ? 1 : this[offset] < 0x800 ? 2 : 3;
            if (bytes > utf8Column)
            {
                break;
            }

            utf8Column -= bytes;
            offset += pair ? 2 : 1;
        }

        return offset;
    }

    /// <summary>Row and column as tree-sitter counts them: rows end at line feeds alone.</summary>
    internal (int Row, int Column) TreePointAt(int offset)
    {
        var chunk = ChunkAt(offset);
        var row = 0;
        for (var i = 0; i < chunk; i++)
        {
            row += _chunks[i].LineFeeds;
        }

        var units = _chunks[chunk].Units[..(offset - _offsets[chunk])];
        row += units.Count('\n');
        var lineFeed = units.LastIndexOf('\n');
        var start = _offsets[chunk] + lineFeed + 1;
        while (lineFeed < 0 && chunk > 0)
        {
            lineFeed = _chunks[--chunk].Units.LastIndexOf('\n');
            start = _offsets[chunk] + lineFeed + 1;
        }

        return (row, offset - start);
    }

    /// <summary>The array that holds the unit at <paramref name="offset"/>, and where in it.</summary>
    internal char[] MemoryAt(int offset, out int index)
    {
        var chunk = ChunkAt(offset);
        index = offset - _offsets[chunk];
        return _chunks[chunk].Memory;
    }

    private int CountUtf8(TextSpan span)
    {
        var bytes = 0;
        for (var start = span.Start; start < span.End;)
        {
            var chunk = ChunkAt(start);
            var end = Math.Min(_offsets[chunk + 1], span.End);
            bytes += Encoding.UTF8.GetByteCount(_chunks[chunk].Units[(start - _offsets[chunk])..(end - _offsets[chunk])]);
            start = end;
        }

        return bytes;
    }
}
