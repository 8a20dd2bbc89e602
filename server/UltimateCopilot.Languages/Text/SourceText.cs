namespace UltimateCopilot.Languages.Text;

/// <summary>
/// An immutable text that is cheap to edit: a row of chunks with running totals. An edit rebuilds the chunks it touches and
/// copies the row, which for 10 MB is some 100 KB of plain memory copy; all else is shared with the text before.
/// </summary>
/// <remarks>
/// Lines end with CR LF, LF or CR, as in the Language Server Protocol. Offsets and columns are UTF-16 units; columns beyond the
/// end of a line mean its end, lines beyond the last one mean the end of the text. Safe to read from any thread.
/// </remarks>
public sealed partial class SourceText
{
    /// <summary>The text without a unit.</summary>
    public static readonly SourceText Empty = new([TextChunk.Create([])]);

    private readonly TextChunk[] _chunks;

    /// <summary>Offset of each chunk's first unit, and at the end the length of all.</summary>
    private readonly int[] _offsets;

    /// <summary>Line breaks before each chunk, and at the end those of all.</summary>
    private readonly int[] _lines;

    private SourceText(TextChunk[] chunks)
    {
        _chunks = chunks;
        _offsets = new int[chunks.Length + 1];
        _lines = new int[chunks.Length + 1];
        for (var i = 0; i < chunks.Length; i++)
        {
            _offsets[i + 1] = _offsets[i] + chunks[i].Length;
            _lines[i + 1] = _lines[i] + chunks[i].LineBreakCount;
        }
    }

    /// <summary>UTF-16 units in all.</summary>
    public int Length => _offsets[^1];

    /// <summary>Lines in all; the text behind the last line break counts as one, also when empty.</summary>
    public int LineCount => _lines[^1] + 1;

    internal ReadOnlySpan<TextChunk> Chunks => _chunks;

    /// <summary>The unit at <paramref name="offset"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is not within the text.</exception>
    public char this[int offset]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)offset, (uint)Length, nameof(offset));
            var chunk = ChunkAt(offset);
            return _chunks[chunk].Units[offset - _offsets[chunk]];
        }
    }

    /// <summary>Makes a text of <paramref name="units"/>.</summary>
    public static SourceText From(ReadOnlySpan<char> units)
    {
        if (units.IsEmpty)
        {
            return Empty;
        }

        var chunks = new List<TextChunk>((units.Length / TextChunk.TargetLength) + 1);
        AddChunks(chunks, units);
        return new SourceText([.. chunks]);
    }

    /// <summary>The text with <paramref name="span"/> replaced.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within the text.</exception>
    public SourceText Replace(TextSpan span, ReadOnlySpan<char> replacement)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(span.Start, nameof(span));
        ArgumentOutOfRangeException.ThrowIfLessThan(span.End, span.Start, nameof(span));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Length, nameof(span));

        var first = ChunkAt(span.Start);
        var last = ChunkAt(span.End);
        // The neighbours come along where a line break or surrogate pair might now lie across a border, or where one is small.
        if (first > 0 && span.Start == _offsets[first])
        {
            first--;
        }

        if (last < _chunks.Length - 1 && (span.End == _offsets[last + 1] || _chunks[last].Length < TextChunk.TargetLength / 4))
        {
            last++;
        }

        var head = span.Start - _offsets[first];
        var tail = _offsets[last + 1] - span.End;
        var joined = new char[head + replacement.Length + tail];
        CopyTo(_offsets[first], joined.AsSpan(0, head));
        replacement.CopyTo(joined.AsSpan(head));
        CopyTo(span.End, joined.AsSpan(head + replacement.Length));

        var middle = new List<TextChunk>();
        AddChunks(middle, joined);
        TextChunk[] chunks = [.. _chunks.AsSpan(0, first), .. middle, .. _chunks.AsSpan(last + 1)];
        return chunks.Length == 0 ? Empty : new SourceText(chunks);
    }

    /// <summary>Copies as many units as <paramref name="target"/> holds, from <paramref name="start"/> on.</summary>
    public void CopyTo(int start, Span<char> target)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + target.Length, Length, nameof(target));
        for (var chunk = ChunkAt(start); !target.IsEmpty; chunk++)
        {
            var units = _chunks[chunk].Units[(start - _offsets[chunk])..];
            units = units[..Math.Min(units.Length, target.Length)];
            units.CopyTo(target);
            target = target[units.Length..];
            start += units.Length;
        }
    }

    /// <summary>The units of <paramref name="span"/> as a string.</summary>
    public string ToString(TextSpan span) =>
        string.Create(span.Length, (text: this, span.Start), static (target, from) => from.text.CopyTo(from.Start, target));

    /// <summary>The whole text as a string.</summary>
    public override string ToString() => ToString(new TextSpan(0, Length));

    /// <summary>Cuts into chunks of about the target length, never within a line break or a surrogate pair.</summary>
    private static void AddChunks(List<TextChunk> chunks, ReadOnlySpan<char> units)
    {
        while (!units.IsEmpty)
        {
            var length = units.Length < TextChunk.TargetLength * 3 / 2 ? units.Length : TextChunk.TargetLength;
            while (length < units.Length && IsOneWith(units[length - 1], units[length]))
            {
                length++;
            }

            chunks.Add(TextChunk.Create(units[..length]));
            units = units[length..];
        }
    }

    private static bool IsOneWith(char before, char after) =>
        (before == '\r' && after == '\n') || (char.IsHighSurrogate(before) && char.IsLowSurrogate(after));

    /// <summary>Index of the chunk that holds <paramref name="offset"/>; the end of the text belongs to the last one.</summary>
    private int ChunkAt(int offset)
    {
        var at = _offsets.AsSpan(0, _chunks.Length).BinarySearch(offset);
        return at >= 0 ? at : ~at - 1;
    }
}
