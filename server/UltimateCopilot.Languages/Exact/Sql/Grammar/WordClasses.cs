using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>Which tokens can be a name, a label, a string in one dialect: the classes that rules refer to in small letters.</summary>
internal static class WordClasses
{
    private static readonly ushort[] PlainNames = [SqlKind.Word, SqlKind.QuotedName, SqlKind.DoubleQuoted, SqlKind.Parameter];

    /// <summary>The classes that hold all words but some.</summary>
    public static IReadOnlyList<string> Names { get; } = ["name", "function_name", "word", "label", "bare_label"];

    /// <summary>The classes by name.</summary>
    /// <param name="vocabulary">All kinds.</param>
    /// <param name="lists">The lists of reserved words.</param>
    /// <param name="dialects">The letters whose lists count.</param>
    public static Dictionary<string, KindSet> Of(SqlVocabulary vocabulary, IReadOnlyList<WordList> lists, string dialects)
    {
        KindSet Restricted(string sort) =>
            Of(vocabulary, [.. lists.Where(list => dialects.Contains(list.Dialect) && list.Sort == sort).SelectMany(static list => list.Words).Select(vocabulary.KindOf)]);

        var never = Restricted("reserved");
        var functionsOnly = Restricted("functions");
        var columnsOnly = Restricted("columns");
        var needsAs = Restricted("labels");

        KindSet Words(params ReadOnlySpan<KindSet> without)
        {
            var words = Of(vocabulary, PlainNames);
            for (int kind = SqlKind.FirstKeyword; kind < vocabulary.KindCount; kind++)
            {
                words.Add(kind);
            }

            foreach (var set in without)
            {
                foreach (var kind in set.Members())
                {
                    words.Remove(kind);
                }
            }

            return words;
        }

        return new Dictionary<string, KindSet>(StringComparer.Ordinal)
        {
            ["name"] = Words(never, functionsOnly),
            ["function_name"] = Words(never, columnsOnly),
            ["word"] = Words(never),
            ["label"] = Words(),
            ["bare_label"] = needsAs.IsEmpty ? Words(never, functionsOnly) : Words(needsAs),
            ["function_word"] = functionsOnly,
            ["column_word"] = columnsOnly,
            ["plain_word"] = Of(vocabulary, SqlKind.Word, SqlKind.QuotedName),
            ["literal"] = Of(vocabulary, SqlKind.String, SqlKind.DollarString, SqlKind.DoubleQuoted),
            ["string"] = Of(vocabulary, SqlKind.String, SqlKind.DollarString, SqlKind.DoubleQuoted, SqlKind.Parameter),
            ["number"] = Of(vocabulary, SqlKind.Number, SqlKind.Parameter),
            ["numeral"] = Of(vocabulary, SqlKind.Number),
            ["parameter"] = Of(vocabulary, SqlKind.Parameter),
            ["variable"] = Of(vocabulary, SqlKind.Variable),
            ["operator"] = Of(vocabulary, SqlKind.Operator),
            ["comparison"] = Of(vocabulary, SqlKind.Comparison),
            ["soup_token"] = SoupTokens(vocabulary),
        };
    }

    private static KindSet Of(SqlVocabulary vocabulary, params ReadOnlySpan<ushort> kinds)
    {
        var set = new KindSet(vocabulary.KindCount);
        foreach (var kind in kinds)
        {
            set.Add(kind);
        }

        return set;
    }

    private static KindSet SoupTokens(SqlVocabulary vocabulary)
    {
        var set = new KindSet(vocabulary.KindCount);
        for (int kind = SqlKind.Word; kind < vocabulary.KindCount; kind++)
        {
            set.Add(kind);
        }

        foreach (var kind in (ReadOnlySpan<ushort>)[
            SqlKind.UnclosedString, SqlKind.UnclosedName, SqlKind.UnclosedComment, SqlKind.Stray, SqlKind.Semicolon,
            SqlKind.OpenParen, SqlKind.CloseParen, SqlKind.OpenBracket, SqlKind.CloseBracket, SqlKind.Comma])
        {
            set.Remove(kind);
        }

        return set;
    }
}
