using System.Buffers;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Sql.Lexing;

/// <summary>The tokens of a text, in rows that are lent and given back. Behind the last one stands one of the kind <see cref="SqlKind.End"/>.</summary>
internal sealed class SqlTokens : IDisposable
{
    private ushort[] _kinds = ArrayPool<ushort>.Shared.Rent(256);
    private int[] _starts = ArrayPool<int>.Shared.Rent(256);
    private int[] _ends = ArrayPool<int>.Shared.Rent(256);

    /// <summary>Tokens in all, without the end.</summary>
    public int Count { get; private set; }

    /// <summary>The kinds, with that of the end.</summary>
    public ReadOnlySpan<ushort> Kinds => _kinds.AsSpan(0, Count + 1);

    /// <summary>What the client takes for itself and the server never sees: psql's and SQL*Plus's commands, the data of COPY.</summary>
    public List<TextSpan> ClientText { get; } = [];

    public ushort LastKind => Count == 0 ? SqlKind.Terminator : _kinds[Count - 1];

    public ushort Kind(int token) => _kinds[token];

    public TextSpan Span(int token) => new(_starts[token], _ends[token]);

    public void Add(ushort kind, int start, int end)
    {
        if (Count + 1 >= _kinds.Length)
        {
            _kinds = Larger(_kinds);
            _starts = Larger(_starts);
            _ends = Larger(_ends);
        }

        _kinds[Count] = kind;
        _starts[Count] = start;
        _ends[Count] = end;
        Count++;
    }

    /// <summary>Makes the last two tokens one.</summary>
    public void JoinLast()
    {
        Count--;
        _ends[Count - 1] = _ends[Count];
    }

    /// <summary>Lets the last token end later.</summary>
    public void ExtendLast(int end) => _ends[Count - 1] = end;

    /// <summary>Lets the last token begin earlier.</summary>
    public void StretchLast(int start) => _starts[Count - 1] = start;

    /// <summary>Puts the end behind the last token.</summary>
    public void Finish(int length)
    {
        Add(SqlKind.End, length, length);
        Count--;
    }

    public void Dispose()
    {
        ArrayPool<ushort>.Shared.Return(_kinds);
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<int>.Shared.Return(_ends);
    }

    private static T[] Larger<T>(T[] full)
    {
        var larger = ArrayPool<T>.Shared.Rent(full.Length * 2);
        full.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(full);
        return larger;
    }
}
