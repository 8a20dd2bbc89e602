using System.Runtime.InteropServices;

namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>
/// Statements that a rule is known to fit, by the kinds of their tokens: of a script nearly all are the same as at the key before. Safe to use
/// from several threads.
/// </summary>
internal sealed class SoundStatements
{
    /// <summary>Tokens of two bytes each, after which all is forgotten.</summary>
    private const int MostTokens = 1 << 21;

    /// <summary>A rule may look one token beyond the end of a statement.</summary>
    private const int LookAhead = 2;

    private readonly Lock _lock = new();
    private readonly HashSet<ushort[]> _known = new(new ByContent());
    private readonly HashSet<ushort[]>.AlternateLookup<ReadOnlySpan<ushort>> _lookup;
    private int _tokens;

    public SoundStatements() => _lookup = _known.GetAlternateLookup<ReadOnlySpan<ushort>>();

    /// <summary>Whether the statement is known that begins at one token and ends before another.</summary>
    public bool Contains(ReadOnlySpan<ushort> kinds, int start, int end)
    {
        lock (_lock)
        {
            return _lookup.Contains(Key(kinds, start, end));
        }
    }

    public void Add(ReadOnlySpan<ushort> kinds, int start, int end)
    {
        var key = Key(kinds, start, end);
        lock (_lock)
        {
            if ((_tokens += key.Length) > MostTokens)
            {
                _known.Clear();
                _tokens = key.Length;
            }

            _lookup.Add(key);
        }
    }

    private static ReadOnlySpan<ushort> Key(ReadOnlySpan<ushort> kinds, int start, int end) => kinds[start..Math.Min(end + LookAhead, kinds.Length)];

    private sealed class ByContent : IEqualityComparer<ushort[]>, IAlternateEqualityComparer<ReadOnlySpan<ushort>, ushort[]>
    {
        public bool Equals(ushort[]? x, ushort[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<ushort> alternate, ushort[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ushort[] statement) => GetHashCode(statement.AsSpan());

        public int GetHashCode(ReadOnlySpan<ushort> statement)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(statement));
            return hash.ToHashCode();
        }

        public ushort[] Create(ReadOnlySpan<ushort> alternate) => alternate.ToArray();
    }
}
