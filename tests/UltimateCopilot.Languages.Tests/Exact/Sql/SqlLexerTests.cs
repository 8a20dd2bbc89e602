using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Tests.Exact.Sql;

/// <summary>Where tokens begin and end, by dialect.</summary>
[TestFixture]
public sealed class SqlLexerTests
{
    [TestCase("a--b\nc", "a|c")]
    [TestCase("a /* b /* c */ d */ e", "a|e")]
    [TestCase("'it''s' E'a\\'b' B'1' N'x' U&'y'", "'it''s'|E'a\\'b'|B'1'|N'x'|U&'y'")]
    [TestCase("'a'\n\n  'b' 'c'", "'a'\n\n  'b'|'c'")]
    [TestCase("\"a\"\"b\" U&\"c\" UESCAPE '!' d", "\"a\"\"b\"|U&\"c\" UESCAPE '!'|d")]
    [TestCase("$$it's$$ $a$ $$ $a$ $1 a$b$", "$$it's$$|$a$ $$ $a$|$1|a$b$")]
    [TestCase("a<=-1 b*-c @-5 a->>'b' 1..10 1.5e-3 .5", "a|<=|-|1|b|*|-|c|@-|5|a|->>|'b'|1|..|10|1.5e-3|.5")]
    [TestCase("x::int y[1:n],:a :'b' a=:c", "x|::|int|y|[|1|:|n|]|,|:a|:'b'|a|=|:c")]
    [TestCase("%s abc %s %(x)s ${x} {{ a }} {x} {% if a %} b", "%s|abc|%|s|%|(|x|)|s|${x}|{{ a }}|{x}|b")]
    [TestCase("größe \u00A0", "größe|\u00A0")]
    public void Read_PostgreSql_CutsThere(string code, string tokens) => Assert.That(Cut(code, SqlDialect.PostgreSql), Is.EqualTo(tokens));

    [TestCase("'a\\'b' \"c\\\"d\" `e``f` # g\n@h @@global.i @'j' 1st", "'a\\'b'|\"c\\\"d\"|`e``f`|@h|@@global|.|i|@'j'|1st")]
    [TestCase("/* a /* b */ c", "c")]
    public void Read_MySql_CutsThere(string code, string tokens) => Assert.That(Cut(code, SqlDialect.MySql), Is.EqualTo(tokens));

    [TestCase("[a b].[c]]d] @e #f x+=1 0xFF $1.5 N'g' 10KB", "[a b]|.|[c]]d]|@e|#f|x|+=|1|0xFF|$1.5|N'g'|10KB")]
    [TestCase("a\nGO\nb\ngo 5\ngoto c", "a|GO|b|go 5|goto|c")]
    public void Read_TSql_CutsThere(string code, string tokens) => Assert.That(Cut(code, SqlDialect.TSql), Is.EqualTo(tokens));

    [TestCase("q'[it's]' nq'!a!',:b,:1 &c. a#b$ 1.5f 1..2 x=>y **", "q'[it's]'|nq'!a!'|,|:b|,|:1|&c.|a#b$|1.5f|1|..|2|x|=>|y|**")]
    [TestCase("prompt it's\nset echo off\na;\n/\nREM b\nb", "a|;|/|b")]
    [TestCase("a -\n b - c $IF x $THEN y $ELSE z $END w", "a|b|-|c|y|w")]
    public void Read_Oracle_CutsThere(string code, string tokens) => Assert.That(Cut(code, SqlDialect.Oracle), Is.EqualTo(tokens));

    [TestCase(".mode csv\n.read 'x\nSELECT ?1, @a, $b;", "SELECT|?1|,|@a|,|$b|;")]
    public void Read_Sqlite_CutsThere(string code, string tokens) => Assert.That(Cut(code, SqlDialect.Sqlite), Is.EqualTo(tokens));

    [Test]
    public void Read_Delimiter_EndsStatementsInstead() =>
        Assert.That(Cut("DELIMITER //\na; b//\nDELIMITER ;\nc;", SqlDialect.MySql), Is.EqualTo("DELIMITER //|a|;|b|//|DELIMITER ;|c|;"));

    [Test]
    public void Read_PsqlCommands_AreTheClients() =>
        Assert.That(Cut("\\set a 'b\nSELECT 1 \\gset x_\n\\if :a\nSELECT 2 \\; SELECT 3;\n\\endif\n", SqlDialect.PostgreSql), Is.EqualTo("SELECT|1|\\gset x_|SELECT|2|\\;|SELECT|3|;"));

    [Test]
    public void Read_DataOfCopy_IsTheClients() =>
        Assert.That(Cut("COPY t FROM stdin;\nit's\t(\n\\.\nSELECT 1; COPY t FROM stdin;\nSELECT", SqlDialect.PostgreSql), Is.EqualTo("COPY|t|FROM|stdin|;|SELECT|1|;|COPY|t|FROM|stdin|;|SELECT"));

    [TestCase("'a", SqlKind.UnclosedString)]
    [TestCase("$$a", SqlKind.UnclosedString)]
    [TestCase("\"a", SqlKind.UnclosedName)]
    [TestCase("/* a", SqlKind.UnclosedComment)]
    [TestCase("1a", SqlKind.BadNumber)]
    [TestCase("\u2019", SqlKind.Stray)]
    [TestCase("\\n", SqlKind.Stray)]
    public void Read_BrokenToken_HasItsKind(string code, int kind)
    {
        using var tokens = SqlDialects.Read(code, SqlDialect.PostgreSql, CancellationToken.None);
        Assert.That(tokens.Kind(0), Is.EqualTo(kind));
    }

    private static string Cut(string code, SqlDialect dialect)
    {
        using var tokens = SqlDialects.Read(code, dialect, CancellationToken.None);
        return string.Join('|', Enumerable.Range(0, tokens.Count).Select(tokens.Span).Select(span => code[span.Start..span.End]));
    }
}
