using System.Collections.Concurrent;
using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>The rules that the program carries, and the program of each dialect, made when first needed.</summary>
internal static class SqlGrammars
{
    private const string Folder = "sql/";

    private static readonly Lazy<(List<KeyValuePair<string, GrammarNode>> Rules, List<WordList> Words, SqlVocabulary Vocabulary)> Loaded = new(Load);
    private static readonly ConcurrentDictionary<SqlDialect, SqlProgram> Programs = new();
    private static readonly Lazy<SqlProgram> BodyProgram = new(static () => Compile("pb", SqlBody.Rule));

    public static SqlVocabulary Vocabulary => Loaded.Value.Vocabulary;

    /// <summary>The rules of all dialects.</summary>
    public static IReadOnlyList<KeyValuePair<string, GrammarNode>> Rules => Loaded.Value.Rules;

    public static IReadOnlyList<WordList> WordLists => Loaded.Value.Words;

    public static SqlProgram Of(SqlDialect dialect) => Programs.GetOrAdd(dialect, static dialect => Compile(dialect switch
    {
        SqlDialect.PostgreSql => "p",
        SqlDialect.MySql => "m",
        SqlDialect.Oracle => "o",
        SqlDialect.TSql => "t",
        SqlDialect.Sqlite => "l",
        _ => "pu",
    }, FirstStatement, Statement));

    /// <summary>The language of PostgreSQL's functions.</summary>
    public static SqlProgram PlPgSql => BodyProgram.Value;

    /// <summary>The rule that statements follow.</summary>
    public const string Statement = "statement";

    /// <summary>The rule that the first statement of a script or batch follows.</summary>
    public const string FirstStatement = "first_statement";

    private static SqlProgram Compile(string letters, params IEnumerable<string> starts)
    {
        var (rules, words, vocabulary) = Loaded.Value;
        var analysis = new GrammarAnalysis(rules, vocabulary, WordClasses.Of(vocabulary, words, letters), letters);
        return GrammarCompiler.Compile(analysis, vocabulary, letters switch { "m" => "backticks", "t" => "square brackets", _ => "double quotes" }, starts);
    }

    private static (List<KeyValuePair<string, GrammarNode>> Rules, List<WordList> Words, SqlVocabulary Vocabulary) Load()
    {
        var rules = new List<KeyValuePair<string, GrammarNode>>();
        var lists = new List<WordList>();
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in typeof(SqlGrammars).Assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (name.EndsWith(".words", StringComparison.Ordinal))
            {
                lists.AddRange(WordList.Read(Read(name)));
            }
            else
            {
                rules.AddRange(GrammarReader.Read(Read(name), words));
            }
        }

        words.UnionWith(lists.SelectMany(static list => list.Words).SelectMany(WordList.Parts));
        return (rules, lists, new SqlVocabulary(words));
    }

    private static string Read(string name)
    {
        using var stream = typeof(SqlGrammars).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
