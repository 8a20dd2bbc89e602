using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Exact.Sql;

/// <summary>Which dialect a text is taken for, and what follows from it.</summary>
[TestFixture]
public sealed class SqlDialectTests
{
    [TestCase("SELECT a FROM t;", SqlDialect.Auto)]
    [TestCase("CREATE TABLE t (number int, body text, engine text);", SqlDialect.Auto, TestName = "Of_NamesThatAreWordsElsewhere_IsOpen")]
    [TestCase("SELECT a::int FROM t", SqlDialect.PostgreSql)]
    [TestCase("CREATE TABLE t (a serial, b jsonb)", SqlDialect.PostgreSql)]
    [TestCase("SELECT `a` FROM t", SqlDialect.MySql)]
    [TestCase("CREATE TABLE t (a int AUTO_INCREMENT)", SqlDialect.MySql)]
    [TestCase("DELIMITER //\nSELECT 1//", SqlDialect.MySql)]
    [TestCase("SELECT [a] FROM [dbo].[t]", SqlDialect.TSql)]
    [TestCase("SELECT 1\nGO\n", SqlDialect.TSql)]
    [TestCase("PRAGMA journal_mode = WAL;", SqlDialect.Sqlite)]
    [TestCase("CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)", SqlDialect.Sqlite)]
    [TestCase("CREATE TABLE t (a VARCHAR2(10))", SqlDialect.Oracle)]
    [TestCase("BEGIN\n  NULL;\nEND;\n/\nCREATE TABLE t (a int);", SqlDialect.Oracle)]
    public void Of_Text_IsWhatItShows(string code, SqlDialect dialect) => Assert.That(SqlDialects.Of(SourceText.From(code), SqlDialect.Auto), Is.EqualTo(dialect));

    [Test]
    public void Of_WithASetting_IsTheSetting() => Assert.That(SqlDialects.Of(SourceText.From("SELECT `a`"), SqlDialect.Oracle), Is.EqualTo(SqlDialect.Oracle));

    [Test]
    public void Parse_EveryName_IsItsDialect() =>
        Assert.That(Enum.GetValues<SqlDialect>().Select(static dialect => SqlDialects.Parse(SqlDialects.SettingOf(dialect))), Is.EqualTo(Enum.GetValues<SqlDialect>()));

    [Test]
    public void Parse_AnUnknownName_IsAuto() => Assert.That(SqlDialects.Parse("db2"), Is.EqualTo(SqlDialect.Auto));

    [Test]
    public void Check_TextOfAnotherDialect_NamesTheEvidenceAndTheSetting() =>
        Assert.That(SqlTexts.Check("SELECT 1 FROM t\nWHERE `a` = 1;\nSELECT `b`;", SqlDialect.PostgreSql), Is.EqualTo(
            ["2:7 UC1016 '`a`' is MySQL, and the file is checked as PostgreSQL: set 'ultimateCopilot.sql.dialect' to 'mysql' or 'auto'"]));

    [Test]
    public void Check_MistakeInTheDialectThatWasSet_IsToldAsSuch() =>
        Assert.That(SqlTexts.Check("SELECT a::int FROM t; SELECT `b`;", SqlDialect.PostgreSql), Has.None.Contains("UC1016"));

    [TestCase("SELECT a FROM t LIMIT 1, 2;", TestName = "Check_OffsetBeforeLimit_IsFineUnlessADialectForbidsIt")]
    [TestCase("alter table t drop foreign key k;")]
    [TestCase("IF EXISTS (SELECT 1) DROP TABLE t;")]
    public void Check_WhatSomeDialectHas_IsFine(string code) => Assert.That(SqlTexts.Check(code), Is.Empty);

    [Test]
    public void WithoutClientText_KeepsThePlaceOfAllElse()
    {
        var server = SqlDialects.WithoutClientText(SourceText.From("\\set a b\r\nSELECT 1 \\gset\nCOPY t FROM stdin;\nx\ty\n\\.\nSELECT 2;\n"));
        Assert.That(server, Is.EqualTo("        \r\nSELECT 1 ;    \nCOPY t FROM stdin;\n   \n  \nSELECT 2;\n"));
    }
}
