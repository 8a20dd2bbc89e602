using UltimateCopilot.Languages.Exact.Sql.Grammar;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>Which words show which dialect, from <c>evidence.words</c>.</summary>
internal static class SqlEvidenceWords
{
    private static readonly Lazy<IReadOnlyList<(SqlDialect Dialect, int Weight)>?[]> Loaded = new(Load);

    /// <summary>By the token's kind.</summary>
    public static IReadOnlyList<(SqlDialect Dialect, int Weight)>?[] Weights => Loaded.Value;

    private static IReadOnlyList<(SqlDialect Dialect, int Weight)>?[] Load()
    {
        var weights = new IReadOnlyList<(SqlDialect, int)>?[SqlGrammars.Vocabulary.KindCount];
        foreach (var (letter, sort, words) in SqlGrammars.WordLists.Where(static list => list.Sort is "evidence" or "hints"))
        {
            foreach (var word in words)
            {
                var kind = SqlGrammars.Vocabulary.KindOf(word);
                weights[kind] = [.. weights[kind] ?? [], (SqlDialects.ByLetter(letter), sort == "evidence" ? SqlEvidence.Strong : 1)];
            }
        }

        return weights;
    }
}
