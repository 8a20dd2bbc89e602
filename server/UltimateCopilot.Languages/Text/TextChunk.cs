using System.Buffers;

namespace UltimateCopilot.Languages.Text;

/// <summary>
/// An immutable piece of a <see cref="SourceText"/>. A chunk never ends between the two units of a line break or of a surrogate
/// pair; so the line starts of a text are just those of its chunks.
/// </summary>
internal sealed class TextChunk
{
    /// <summary>Aimed size: a keystroke copies one chunk, a lookup walks an array of length/size entries.</summary>
    public const int TargetLength = 2048;

    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n");

    /// <summary>Offsets within the chunk that follow a line break; the last may equal the length.</summary>
    private readonly ushort[] _lineStarts;

    private readonly char[] _units;

    private TextChunk(char[] units, ushort[] lineStarts, int lineFeeds)
    {
        _units = units;
        _lineStarts = lineStarts;
        LineFeeds = lineFeeds;
    }

    public int Length => _units.Length;

    public ReadOnlySpan<char> Units => _units;

    /// <summary>The units as they lie in memory, for pinning; never written to.</summary>
    public char[] Memory => _units;

    /// <summary>Line breaks of any kind: CR LF, LF or CR.</summary>
    public int LineBreakCount => _lineStarts.Length;

    /// <summary>Line feeds alone, which is what tree-sitter counts as rows.</summary>
    public int LineFeeds { get; }

    public ReadOnlySpan<ushort> LineStarts => _lineStarts;

    /// <summary>Number of line starts at or before <paramref name="offset"/>.</summary>
    public int LineBreaksBefore(int offset)
    {
        var at = LineStarts.BinarySearch((ushort)offset);
        return at >= 0 ? at + 1 : ~at;
    }

    /// <summary>Builds a chunk of <paramref name="units"/>, at most <see cref="ushort.MaxValue"/> of them.</summary>
    public static TextChunk Create(ReadOnlySpan<char> units)
    {
        Span<ushort> starts = stackalloc ushort[TargetLength / 8];
        var found = new ValueList(starts);
        var lineFeeds = 0;
        for (var at = 0; ;)
        {
            var next = units[at..].IndexOfAny(LineBreaks);
            if (next < 0)
            {
                break;
            }

            at += next + 1;
            if (units[at - 1] == '\n')
            {
                lineFeeds++;
            }
            else if (at < units.Length && units[at] == '\n')
            {
                at++;
                lineFeeds++;
            }

            found.Add((ushort)at);
        }

        return new TextChunk(units.ToArray(), found.ToArray(), lineFeeds);
    }

    /// <summary>Collects on the stack as long as it suffices.</summary>
    private ref struct ValueList(Span<ushort> buffer)
    {
        private Span<ushort> _buffer = buffer;
        private int _count;

        public void Add(ushort value)
        {
            if (_count == _buffer.Length)
            {
                var larger = new ushort[_buffer.Length * 4];
                _buffer.CopyTo(larger);
                _buffer = larger;
            }

            _buffer[_count++] = value;
        }

        public readonly ushort[] ToArray() => _buffer[.._count].ToArray();
    }
}
