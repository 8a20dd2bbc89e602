using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>The rules that the program carries, and the program of each dialect, made when first needed.</summary>
internal static partial class SqlGrammars
{
    private const string Folder = "sql/";

    private static readonly Lazy<(List<KeyValuePair<string, GrammarNode>> Rules, List<WordList> Words, SqlVocabulary Vocabulary)> Loaded = new(Load);
    private static readonly ConcurrentDictionary<SqlDialect, SqlProgram> Programs = new();

    public static SqlVocabulary Vocabulary => Loaded.Value.Vocabulary;

    public static IReadOnlyList<WordList> WordLists => Loaded.Value.Words;

    public static SqlProgram Of(SqlDialect dialect) => Programs.GetOrAdd(dialect, static dialect => Compile(dialect switch
    {
        SqlDialect.PostgreSql => "p",
        _ => "pu",
    }));

    /// <summary>The rule that a dialect's statements follow.</summary>
    public static string StatementOf(SqlDialect dialect) => dialect is SqlDialect.Auto or SqlDialect.PostgreSql ? "statement" : "soup";

    private static SqlProgram Compile(string letters)
    {
        var (rules, words, vocabulary) = Loaded.Value;
        var analysis = new GrammarAnalysis(rules, vocabulary, WordClasses.Of(vocabulary, words, letters[0]), letters);
        return GrammarCompiler.Compile(analysis, vocabulary, ["statement", "soup"]);
    }

    private static (List<KeyValuePair<string, GrammarNode>> Rules, List<WordList> Words, SqlVocabulary Vocabulary) Load()
    {
        var rules = new List<KeyValuePair<string, GrammarNode>>();
        var lists = new List<WordList>();
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in typeof(SqlGrammars).Assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var text = Read(name);
            if (name.EndsWith(".words", StringComparison.Ordinal))
            {
                lists.AddRange(WordList.Read(text));
            }
            else
            {
                rules.AddRange(GrammarReader.Read(text));
            }

            words.UnionWith(Keyword().Matches(Comment().Replace(text, string.Empty)).Select(static match => match.Value));
        }

        return (rules, lists, new SqlVocabulary(words));
    }

    private static string Read(string name)
    {
        using var stream = typeof(SqlGrammars).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("#.*")]
    private static partial Regex Comment();

    [GeneratedRegex("[A-Z][A-Z0-9_]*")]
    private static partial Regex Keyword();
}
