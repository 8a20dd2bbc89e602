namespace UltimateCopilot.Languages.Exact.Sql.Lexing;

/// <summary>The keywords of all dialects with the numbers of their tokens; found without regard to case and without a string being made.</summary>
internal sealed class SqlVocabulary
{
    private const int LongestWord = 40;

    private readonly Dictionary<string, ushort> _kinds = new(StringComparer.Ordinal);
    private readonly string[] _names;

    /// <summary>Open addressing: the kind at the word's hash or in the slots behind it; 0 for an empty slot.</summary>
    private readonly ushort[] _slots;

    public SqlVocabulary(IEnumerable<string> words)
    {
        _names = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _slots = new ushort[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_names.Length * 4)];
        for (var i = 0; i < _names.Length; i++)
        {
            var kind = (ushort)(SqlKind.FirstKeyword + i);
            _kinds.Add(_names[i], kind);
            var slot = Hash(_names[i]) & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = kind;
        }
    }

    /// <summary>Number of kinds in all.</summary>
    public int KindCount => SqlKind.FirstKeyword + _names.Length;

    /// <summary>The kind of a word of the text: its keyword's, or that of a plain word.</summary>
    public ushort Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return SqlKind.Word;
        }

        for (var slot = Hash(word) & (_slots.Length - 1); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (IsSame(word, _names[_slots[slot] - SqlKind.FirstKeyword]))
            {
                return _slots[slot];
            }
        }

        return SqlKind.Word;
    }

    /// <summary>The kind of a keyword in capitals, or of a punctuation mark.</summary>
    public ushort KindOf(string text) =>
        _kinds.TryGetValue(text, out var kind) ? kind
        : Array.IndexOf(SqlKind.Punctuation, text) is >= 0 and var mark ? (ushort)(SqlKind.FirstPunctuation + mark)
        : throw new ArgumentException($"'{text}' is neither a keyword nor a mark.", nameof(text));

    /// <summary>The spelling of a keyword or a punctuation mark.</summary>
    public string NameOf(ushort kind) =>
        kind >= SqlKind.FirstKeyword ? _names[kind - SqlKind.FirstKeyword] : SqlKind.Punctuation[kind - SqlKind.FirstPunctuation];

    private static int Hash(ReadOnlySpan<char> word)
    {
        var hash = (uint)word.Length;
        foreach (var unit in word)
        {
            hash = (hash * 31) + (unit & 0x5Fu); // the letters' case is one bit
        }

        return (int)(hash ^ (hash >> 15));
    }

    private static bool IsSame(ReadOnlySpan<char> word, string name)
    {
        if (word.Length != name.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] != name[i] && (word[i] is < 'a' or > 'z' || word[i] - 0x20 != name[i]))
            {
                return false;
            }
        }

        return true;
    }
}
