using System.Numerics;

namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>A set of token kinds.</summary>
internal sealed class KindSet(int kindCount)
{
    private readonly ulong[] _bits = new ulong[(kindCount + 63) / 64];

    public ReadOnlySpan<ulong> Bits => _bits;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _bits)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public bool IsEmpty => !_bits.AsSpan().ContainsAnyExcept(0UL);

    public bool Contains(int kind) => (_bits[kind >> 6] >> (kind & 63) & 1) != 0;

    public KindSet Add(int kind)
    {
        _bits[kind >> 6] |= 1UL << (kind & 63);
        return this;
    }

    public KindSet Remove(int kind)
    {
        _bits[kind >> 6] &= ~(1UL << (kind & 63));
        return this;
    }

    /// <summary>Adds all of another set.</summary>
    public void Add(ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            _bits[i] |= other[i];
        }
    }

    public bool Overlaps(KindSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            if ((_bits[i] & other._bits[i]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    public bool ContainsAll(KindSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            if ((other._bits[i] & ~_bits[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The kinds that are in none of the others.</summary>
    public KindSet Without(IEnumerable<KindSet> others)
    {
        var left = new KindSet(_bits.Length * 64);
        left.Add(_bits);
        foreach (var other in others)
        {
            for (var i = 0; i < _bits.Length; i++)
            {
                left._bits[i] &= ~other._bits[i];
            }
        }

        return left;
    }

    /// <summary>The only member; -1 where there are none or several.</summary>
    public int Single() => Count == 1 ? Members().First() : -1;

    public IEnumerable<int> Members()
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            for (var word = _bits[i]; word != 0; word &= word - 1)
            {
                yield return (i * 64) + BitOperations.TrailingZeroCount(word);
            }
        }
    }
}
