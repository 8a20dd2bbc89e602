using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Languages.Toolchain.Sql;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
public sealed class PostgresParserTests
{
    private readonly PostgresParser _parser = new(Scripts.Options with { SqlDialect = SqlDialect.PostgreSql }, TimeProvider.System);
    private readonly PostgresParser _byEvidence = new(Scripts.Options, TimeProvider.System);

    [OneTimeSetUp]
    public void RequirePrograms()
    {
        Programs.Require("node");
        Programs.RequirePackaged("libpg-query");
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _parser.DisposeAsync();
        await _byEvidence.DisposeAsync();
    }

    [TestCase("")]
    [TestCase("-- nothing\n")]
    [TestCase("\uFEFFselect 1;\r\n")]
    [TestCase("INSERT INTO a VALUES (1) ON CONFLICT DO NOTHING RETURNING b::int;\nMERGE INTO a USING b ON c WHEN MATCHED THEN DO NOTHING;\n")]
    [TestCase("\\c db\n\\copy a from 'b.csv'\nselect 1 \\gset\nselect 2;\n", Description = "commands of psql")]
    [TestCase("COPY a FROM stdin;\n1\t'x\n\\.\nselect 1;\n", Description = "data")]
    [TestCase("select * from a where b = :b and c = :'c' and d = $1 limit :e;\n", Description = "places for values")]
    [TestCase("{% if a %}\nselect 1 1\n{% endif %}\n", Description = "a template, which nobody here can judge")]
    [TestCase("drop table no_such_table;\nselect no_such_function(1);\n", Description = "what is meant is of no matter")]
    public async Task CheckAsync_ValidScript_HasNoFinding(string code) => Assert.That(await DescribeAsync(_parser, code), Is.Null.Or.Empty);

    [TestCase("select 1 1;\n", "1:10 UC1005 [1] unexpected '1'")]
    [TestCase("select '😀é' from from a;\n", "1:19 UC1005 [from] unexpected 'from'")]
    [TestCase("\uFEFFselec 1;\r\n", "1:2 UC1005 [selec] unexpected 'selec'")]
    [TestCase("select 1;\r\nselect (1;\r\n", "2:10 UC1005 [;] unexpected ';'")]
    [TestCase("\\c db\nselect 1 1;\n", "2:10 UC1005 [1] unexpected '1'")]
    [TestCase("select 1 +", "1:11 UC1014 [] the file ends in the middle of a statement")]
    [TestCase("select 'a;\nselect 2;\n", "1:8 UC1006 ['] this string is never closed: expected \"'\"")]
    [TestCase("do $a$ begin end $b$;\n", "1:4 UC1006 [$a$] this text is never closed: expected '$a$'")]
    [TestCase("select 1; /* a\n", "1:11 UC1007 [/] this comment is never closed: expected '*/'")]
    [TestCase("select 1a;\n", "1:8 UC1013 [1a] trailing junk after numeric literal")]
    [TestCase("create table a (b int,, c int);\n", "1:23 UC1005 [,] unexpected ','")]
    public async Task CheckAsync_Mistake_HasItsPlaceCodeAndWords(string code, string expected) =>
        Assert.That(await DescribeAsync(_parser, code), Is.EqualTo((string[])[expected]));

    [Test]
    public async Task CheckAsync_SeveralMistakes_AreAllFound() =>
        Assert.That(await DescribeAsync(_parser, "select 1 1;\n\nselect '😀';\n\nselect 2 2;\n\nselect 3;\n\nselec 4;\n"), Has.Count.EqualTo(3));

    [TestCase("select 1 1;", null, Description = "nothing shows a dialect: a no does not count")]
    [TestCase("select a::int from b limit 1;", 0)]
    [TestCase("select a::int from b limit 1 1;", 1)]
    [TestCase("select `a` from b;", null, Description = "MySQL")]
    [TestCase("select a::int from b where c = ? and;", null, Description = "a place for a value")]
    public async Task CheckAsync_NoDialectSet_JudgesWhatIsPostgreSqls(string code, int? findings) =>
        Assert.That((await DescribeAsync(_byEvidence, code))?.Count, Is.EqualTo(findings));

    [Test]
    public async Task CheckAsync_TextOfAnotherDialectThanTheOneSet_IsLeftToTheLayerThatSaysSo() =>
        Assert.That(await DescribeAsync(_parser, "create table `a` (b int) engine=innodb;"), Is.Null);

    [Test]
    public async Task CheckAsync_HostileText_LeavesTheWorkerUsable()
    {
        string[] texts =
        [
            new('(', 100_000), "select " + string.Concat(Enumerable.Repeat("1+", 100_000)) + "1", "\0", "select '\uD800'", new string(';', 1_000_000),
            "select '" + new string('x', 5_000_000), string.Concat(Enumerable.Repeat("select 1 1;", 50_000)),
        ];
        foreach (var text in texts)
        {
            await DescribeAsync(_parser, text);
            Assert.That(await DescribeAsync(_parser, "select 1;"), Is.Empty);
        }
    }

    [Test]
    public async Task DescribeAsync_OfTheGrammar_NamesItsVersion() =>
        Assert.That((await _parser.DescribeAsync(CancellationToken.None)).Detail, Does.Match(@"^PostgreSQL \d+\.\d+'s grammar at .*libpg-query"));

    private static Task<IReadOnlyList<string>?> DescribeAsync(PostgresParser parser, string code) =>
        parser.DescribeAsync(new ToolchainDocument(SourceText.From(code), "sql"));
}
