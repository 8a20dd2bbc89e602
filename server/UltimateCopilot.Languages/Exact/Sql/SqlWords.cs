using UltimateCopilot.Languages.Exact.Sql.Grammar;
using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>What would have fitted, as people name it.</summary>
internal static class SqlWords
{
    private const int MostNamed = 4;

    public static bool IsWord(ushort kind) => kind == SqlKind.Word || kind >= SqlKind.FirstKeyword;

    /// <summary>"'KEY'", "'FIRST' or 'NEXT'", "a name", "an expression"; null where too many different things would do.</summary>
    public static string? Describe(ExpectedKinds expected, SqlVocabulary vocabulary)
    {
        if (expected.All.Contains(SqlKind.Word))
        {
            return expected.All.Contains(SqlKind.String) ? null : "a name";
        }

        var words = new List<string>();
        foreach (var kind in expected.Fixed.Members().Where(kind => kind != SqlKind.Colon || expected.Fixed.Count == 1)) // any word could be a label
        {
            switch (kind)
            {
                case SqlKind.String:
                    words.Add("a string");
                    break;
                case SqlKind.Number:
                    words.Add("a number");
                    break;
                case >= SqlKind.FirstPunctuation when words.Count <= MostNamed:
                    words.Add($"'{vocabulary.NameOf((ushort)kind)}'");
                    break;
                default:
                    break;
            }
        }

        return words.Count switch
        {
            0 => null,
            1 => words[0],
            <= MostNamed => $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}",
            _ => null,
        };
    }
}
