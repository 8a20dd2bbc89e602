using System.Text;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Tests.Trees;

[TestFixture]
public sealed class TreeQueryTests
{
    private static readonly Grammar Python = Grammar.Load("python");

    private static readonly HashSet<string> Grammars = [.. LanguageCatalogue.Load().Languages.Where(static language => language.Grammar is not null).Select(static language => language.Grammar!.Symbol)];

    private static IEnumerable<string> AllFiles =>
        typeof(TreeQuery).Assembly.GetManifestResourceNames().Where(static name => name.StartsWith("queries/", StringComparison.Ordinal));

    public static IEnumerable<string> QueryFiles => AllFiles.Where(static name => Grammars.Contains(name.Split('/')[1]));

    /// <summary>What several grammars share has none of its own: it is compiled with those that inherit it.</summary>
    public static IEnumerable<string> SharedFiles => AllFiles.Except(QueryFiles);

    [TestCaseSource(nameof(QueryFiles))]
    public void Find_EveryQueryOfTheProgram_FitsItsGrammar(string resource)
    {
        var parts = resource.Split('/');
        Assert.That(Queries.Find(parts[1], Path.GetFileNameWithoutExtension(parts[2])), Is.Not.Null);
    }

    [TestCaseSource(nameof(QueryFiles))]
    public void Read_EveryQueryOfTheProgram_HasOnlyPatternsThatCanMatch(string resource)
    {
        var parts = resource.Split('/');
        var source = Encoding.UTF8.GetBytes(Queries.Read(parts[1], Path.GetFileNameWithoutExtension(parts[2]))!);
        var canMatch = NativeSyntax.QueryCanMatch(Grammar.Load(parts[1]).Language, source, (uint)source.Length, out var offset);
        Assert.That(canMatch, Is.EqualTo(1), () => Encoding.UTF8.GetString(source.AsSpan((int)offset)).Split('\n')[0]);
    }

    [TestCaseSource(nameof(SharedFiles))]
    public void Find_EverySharedQuery_IsInheritedByAGrammar(string resource)
    {
        var parts = resource.Split('/');
        var heirs = QueryFiles.Where(name => name.EndsWith('/' + parts[2], StringComparison.Ordinal)).Where(name =>
        {
            using var reader = new StreamReader(typeof(TreeQuery).Assembly.GetManifestResourceStream(name)!);
            return reader.ReadLine()!.Split(':', ',').Skip(1).Any(parent => parent.Trim() == parts[1]);
        });
        Assert.That(heirs, Is.Not.Empty);
    }

    [Test]
    public void Run_PatternWithPredicates_KeepsWhatMeetsThem()
    {
        var found = Run("((identifier) @name (#any-of? @name \"b\" \"c\") (#not-eq? @name \"c\"))", "a = b\nc = b\n");
        Assert.That(found, Is.EqualTo(["name@4", "name@10"]));
    }

    [Test]
    public void Run_TwoCapturesCompared_FindsWhereTheyDiffer() =>
        Assert.That(Run("((assignment left: (_) @left right: (_) @right) (#not-eq? @left @right))", "a = a\nb = c\n"), Is.EqualTo(["left@6", "right@10"]));

    [Test]
    public void Run_PartOfTheText_LeavesOutTheRest() =>
        Assert.That(Run("(identifier) @name", "a\nb\nc\n", new TextSpan(2, 3)), Is.EqualTo(["name@2"]));

    [Test]
    public void Run_RepetitionOverManyNodes_EndsWithinTheStack()
    {
        var text = SourceText.From("def f(*,\n" + string.Concat(Enumerable.Repeat("#\n", 500_000)) + "): pass\n");
        using var parser = new TreeParser(Python);
        using var tree = parser.Parse(text, old: null, CancellationToken.None);
        var query = new TreeQuery(Python, "(parameters (keyword_separator) @missing . (comment)* . \")\")");
        Assert.That(query.Run(tree, new TextSpan(0, text.Length)), Is.Empty, "so many in a row are not followed to their end");
    }

    [Test]
    public void Run_ManyMatches_LosesNone() =>
        Assert.That(Run("(identifier) @name", string.Concat(Enumerable.Repeat("a\n", 5_000))), Has.Count.EqualTo(5_000));

    /// <summary>How the query language is defined: https://tree-sitter.github.io/tree-sitter/using-parsers/queries/2-operators.html.</summary>
    [TestCase("(argument_list . (identifier) @x)", "f(a, b)", ExpectedResult = "x@2")]
    [TestCase("(argument_list (identifier) @x .)", "f(a, b)", ExpectedResult = "x@5")]
    [TestCase("(argument_list (identifier) @x . (integer))", "f(a, b, 1, c)", ExpectedResult = "x@5")]
    [TestCase("(argument_list (identifier) @x (integer) @y)", "f(a, b, 1)", ExpectedResult = "x@2 y@8 x@5 y@8")]
    [TestCase("(argument_list (identifier) (integer) @y)", "f(a, b, 1, 2)", ExpectedResult = "y@8 y@11")]
    [TestCase("(argument_list (identifier) . \",\" . (integer) @y)", "f(a, b, 1)", ExpectedResult = "y@8")]
    [TestCase("(argument_list _ @x . (integer))", "f(a, 1)", ExpectedResult = "x@3")]
    [TestCase("(argument_list (identifier)? @x . (integer) @y .)", "f(a, 1)", ExpectedResult = "x@2 y@5")]
    [TestCase("(module (comment)* @x . (pass_statement) @y)", "# a\n# b\npass", ExpectedResult = "x@0 x@4 y@8")]
    [TestCase("(module (comment)+ @x . (pass_statement) @y)", "pass\n# b\npass", ExpectedResult = "x@5 y@9")]
    [TestCase("(assignment left: [(identifier) (attribute)] @x)", "a = 1\nb.c = 1\nd[1] = 1", ExpectedResult = "x@0 x@6")]
    [TestCase("(function_definition name: (_) @x !return_type)", "def f(): pass\ndef g() -> int: pass", ExpectedResult = "x@4")]
    [TestCase("[\"(\" \")\"] @x", "f()", ExpectedResult = "x@1 x@2")]
    [TestCase("(call function: (_) @x @y)", "f()", ExpectedResult = "x@0 y@0")]
    [TestCase("(expression_statement [(call (argument_list (integer) @x)) (binary_operator right: (integer) @x)])", "f(1, 2)\na + 3", ExpectedResult = "x@2 x@5 x@12")]
    [TestCase("((pass_statement) @x . (comment)* . (expression_statement) @y)", "pass\n# a\nb\npass\n# c", ExpectedResult = "x@0 y@9")]
    public string Run_PatternOfEachKind_FindsWhatTheLanguageOfQueriesSays(string query, string content) => string.Join(' ', Run(query, content));

    [Test]
    public void New_QueryThatDoesNotFit_SaysWhereItIsWrong() =>
        Assert.That(() => new TreeQuery(Python, "(identifier) @a (no_such_rule) @b"), Throws.TypeOf<FormatException>().With.Message.Contains("no_such_rule"));

    [Test]
    public void New_UnknownPredicate_IsRefused() =>
        Assert.That(() => new TreeQuery(Python, "((identifier) @a (#smells? @a \"x\"))"), Throws.TypeOf<FormatException>().With.Message.Contains("smells"));

    private static List<string> Run(string query, string content, TextSpan? range = null)
    {
        var text = SourceText.From(content);
        using var parser = new TreeParser(Python);
        using var tree = parser.Parse(text, null, CancellationToken.None);
        var matches = new TreeQuery(Python, query).Run(tree, range ?? new TextSpan(0, text.Length));
        return [.. matches.SelectMany(static match => match.Captures).Select(static capture => $"{capture.Name}@{capture.Span.Start}")];
    }
}
