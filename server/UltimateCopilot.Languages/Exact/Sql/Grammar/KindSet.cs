namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>A set of token kinds.</summary>
internal sealed class KindSet(int kindCount)
{
    private readonly ulong[] _bits = new ulong[(kindCount + 63) / 64];

    public ReadOnlySpan<ulong> Bits => _bits;

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

    /// <summary>Adds all of another set; whether that made a difference.</summary>
    public bool Add(ReadOnlySpan<ulong> other)
    {
        var grew = false;
        for (var i = 0; i < _bits.Length; i++)
        {
            grew |= (other[i] & ~_bits[i]) != 0;
            _bits[i] |= other[i];
        }

        return grew;
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

    /// <summary>The only member; -1 where there are none or several.</summary>
    public int Single()
    {
        var found = -1;
        foreach (var kind in Members())
        {
            if (found >= 0)
            {
                return -1;
            }

            found = kind;
        }

        return found;
    }

    public IEnumerable<int> Members()
    {
        for (var kind = 0; kind < _bits.Length * 64; kind++)
        {
            if (Contains(kind))
            {
                yield return kind;
            }
        }
    }
}
