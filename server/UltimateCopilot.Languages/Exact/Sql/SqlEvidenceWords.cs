using UltimateCopilot.Languages.Exact.Sql.Grammar;
using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>Which words show which dialect, from <c>evidence.words</c>: by themselves, behind another word (<c>A+B</c>), or at the start of a statement (<c>^A</c>).</summary>
internal sealed class SqlEvidenceWords
{
    private static readonly Lazy<SqlEvidenceWords> Loaded = new(static () => new SqlEvidenceWords());

    private readonly IReadOnlyList<Weight>?[] _alone = new IReadOnlyList<Weight>?[SqlGrammars.Vocabulary.KindCount];
    private readonly bool[] _dependsOnPlace = new bool[SqlGrammars.Vocabulary.KindCount];
    private readonly Dictionary<(ushort Before, ushort Kind), IReadOnlyList<Weight>> _inPlace = [];

    private SqlEvidenceWords()
    {
        foreach (var (letter, sort, words) in SqlGrammars.WordLists.Where(static list => list.Sort is "evidence" or "hints"))
        {
            var weight = new Weight(SqlDialects.ByLetter(letter), sort == "evidence" ? SqlEvidence.Strong : SqlEvidence.Weak);
            foreach (var word in words)
            {
                Add(word, weight);
            }
        }
    }

    public static SqlEvidenceWords Instance => Loaded.Value;

    /// <summary>What a keyword shows behind the token before it; any that ends a statement counts as the start of one.</summary>
    public (IReadOnlyList<Weight>? Alone, IReadOnlyList<Weight>? InPlace) Of(ushort before, ushort kind) => (
        _alone[kind],
        _dependsOnPlace[kind] ? _inPlace.GetValueOrDefault((SqlKind.EndsStatement(before) ? SqlKind.Semicolon : before, kind)) : null);

    private void Add(string word, Weight weight)
    {
        var vocabulary = SqlGrammars.Vocabulary;
        var parts = WordList.Parts(word);
        var kind = vocabulary.KindOf(parts[^1]);
        if (parts.Length == 1 && word[0] != '^')
        {
            _alone[kind] = [.. _alone[kind] ?? [], weight];
            return;
        }

        var place = (parts.Length == 1 ? SqlKind.Semicolon : vocabulary.KindOf(parts[0]), kind);
        _inPlace[place] = [.. _inPlace.GetValueOrDefault(place) ?? [], weight];
        _dependsOnPlace[kind] = true;
    }

    /// <summary>How much something speaks for a dialect.</summary>
    internal readonly record struct Weight(SqlDialect Dialect, int Value);
}
