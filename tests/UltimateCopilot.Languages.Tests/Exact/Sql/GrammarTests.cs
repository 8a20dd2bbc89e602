using UltimateCopilot.Languages.Exact.Sql.Grammar;
using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Tests.Exact.Sql;

/// <summary>The notation of the rules, and the machine that runs them.</summary>
[TestFixture]
public sealed class GrammarTests
{
    [TestCase("s = A B | A C", "A C", 2)]
    [TestCase("s = A [B] C", "A C", 2)]
    [TestCase("s = A* B", "A A A B", 4)]
    [TestCase("s = A+ B", "B", -1)]
    [TestCase("s = A % \",\"", "A , A A", 3)]
    [TestCase("s = A % \",\"", "A , B", -1)]
    [TestCase("s = !A name | A B", "A B", 2)]
    [TestCase("s = &(A B) A | B", "A C", -1)]
    [TestCase("s = x \"(\" x \")\"\nx = A\n    | B # other", "A ( B )", 4)]
    [TestCase("s = {m} A | {p} B", "A", -1)]
    [TestCase("s = A {p}", "A", 1, TestName = "Run_GuardOfNothing_IsNothing")]
    [TestCase("s = A [{m} B] C", "A B C", -1)]
    [TestCase("s = \"(\" s \")\" | A", "( ( A ) )", 5)]
    public void Run_Rules_EndThere(string rules, string words, int end)
    {
        var (machine, kinds) = Prepare(rules.Replace("{p}", string.Empty, StringComparison.Ordinal) is var plain && rules.EndsWith("{p}", StringComparison.Ordinal) ? plain : rules, words);
        Assert.That(machine.Run(kinds, 0, "s"), Is.EqualTo(end));
    }

    [Test]
    public void Furthest_AfterAFailure_IsTheTokenThatFitsNowhere()
    {
        var (machine, kinds) = Prepare("s = A B C | A D", "A B D");
        Assert.That(machine.Run(kinds, 0, "s"), Is.EqualTo(-1));
        Assert.That(machine.Furthest, Is.EqualTo(2));
    }

    [Test]
    public void ExpectedAt_AToken_HoldsWhatWouldHaveFitted()
    {
        var (machine, kinds) = Prepare("s = A (B | [C] D)", "A E");
        var expected = machine.ExpectedAt(kinds, 0, "s", 1);
        Assert.That(expected.All.Count, Is.EqualTo(3));
    }

    [Test]
    public void Run_RulesThatTryTooLong_GivesUp()
    {
        // Each level is tried in two ways, neither of which fits.
        var (machine, kinds) = Prepare("s = \"(\" s \")\" A | \"(\" s \")\" B | C", string.Concat(Enumerable.Repeat("( ", 60)) + "C" + string.Concat(Enumerable.Repeat(" )", 60)));
        Assert.That(machine.Run(kinds, 0, "s"), Is.EqualTo(-1));
        Assert.That(machine.GaveUp, Is.True);
    }

    [TestCase("s = (A")]
    [TestCase("s = A )")]
    [TestCase("s A")]
    [TestCase("s = nowhere")]
    [TestCase("s = A\ns = B")]
    public void Read_BrokenRules_Throws(string rules) => Assert.That(() => Prepare(rules, "A"), Throws.InstanceOf<FormatException>());

    [Test]
    public void Rules_OfAllDialects_AreAllUsed()
    {
        var rules = SqlGrammars.Rules.ToDictionary(static rule => rule.Key, static rule => rule.Value);
        var used = new HashSet<string> { SqlGrammars.FirstStatement, "plpgsql_body" };
        var open = new Queue<string>(used);
        while (open.TryDequeue(out var name))
        {
            foreach (var reference in References(rules[name]).Where(rules.ContainsKey).Where(used.Add))
            {
                open.Enqueue(reference);
            }
        }

        Assert.That(rules.Keys.Except(used), Is.Empty);
    }

    private static (SqlMachine Machine, ushort[] Kinds) Prepare(string rules, string words)
    {
        var keywords = new HashSet<string> { "A", "B", "C", "D", "E" };
        var read = GrammarReader.Read(rules, keywords).ToList();
        var vocabulary = new SqlVocabulary(keywords);
        var analysis = new GrammarAnalysis(read, vocabulary, WordClasses.Of(vocabulary, [], "p"), "p");
        var program = GrammarCompiler.Compile(analysis, vocabulary, "double quotes", ["s"]);
        return (new SqlMachine(program), [.. words.Split(' ').Select(vocabulary.KindOf), SqlKind.End]);
    }

    private static IEnumerable<string> References(GrammarNode node) => node switch
    {
        GrammarNode.Reference reference => [reference.Name],
        GrammarNode.Sequence sequence => sequence.Items.SelectMany(References),
        GrammarNode.Choice choice => choice.Alternatives.SelectMany(References),
        GrammarNode.Guarded guarded => References(guarded.Inner),
        GrammarNode.Optional optional => References(optional.Inner),
        GrammarNode.Repeated repeated => References(repeated.Inner),
        GrammarNode.Separated separated => References(separated.Inner).Concat(References(separated.Separator)),
        GrammarNode.Look look => References(look.Inner),
        _ => [],
    };
}
