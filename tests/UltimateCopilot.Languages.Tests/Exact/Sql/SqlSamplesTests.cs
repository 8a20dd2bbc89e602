using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Exact.Sql;

/// <summary>A script of each dialect with a bit of everything, in <c>TestData/sql</c>.</summary>
[TestFixture]
public sealed class SqlSamplesTests
{
    public static IEnumerable<SqlDialect> Dialects => Enum.GetValues<SqlDialect>().Where(static dialect => dialect != SqlDialect.Auto);

    [TestCaseSource(nameof(Dialects))]
    public void Check_AsItsDialect_IsFine(SqlDialect dialect) => Assert.That(SqlTexts.Check(Sample(dialect), dialect), Is.Empty);

    [TestCaseSource(nameof(Dialects))]
    public void Check_AsWhatItShows_IsFine(SqlDialect dialect) => Assert.That(SqlTexts.Check(Sample(dialect)), Is.Empty);

    [TestCaseSource(nameof(Dialects))]
    public void Of_ASample_IsItsDialect(SqlDialect dialect) => Assert.That(SqlDialects.Of(SourceText.From(Sample(dialect)), SqlDialect.Auto), Is.EqualTo(dialect));

    [TestCaseSource(nameof(Dialects))]
    public void Check_AsAnotherDialect_IsToldOnce(SqlDialect dialect)
    {
        foreach (var other in Dialects.Where(other => other != dialect))
        {
            Assert.That(SqlTexts.Check(Sample(dialect), other), Has.One.Contains("UC1016").And.Exactly(1).Items, other.ToString());
        }
    }

    /// <summary>Whatever a bracket too many, too few or of another kind does to a statement, it does not go unseen.</summary>
    [TestCaseSource(nameof(Dialects))]
    public void Check_WithABracketChanged_IsWrong(SqlDialect dialect)
    {
        var sample = Sample(dialect);
        using var tokens = SqlDialects.Read(sample, dialect, CancellationToken.None);
        for (var i = 0; i < tokens.Count; i++)
        {
            var span = tokens.Span(i);
            if (sample[span.Start..span.End] is not ("(" or ")"))
            {
                continue;
            }

            var other = sample[span.Start] == '(' ? "]" : "{";
            foreach (var changed in new[] { sample.Remove(span.Start, 1), sample.Insert(span.Start, sample[span.Start..span.End]), sample.Remove(span.Start, 1).Insert(span.Start, other) })
            {
                Assert.That(SqlTexts.Check(changed, dialect), Is.Not.Empty, changed[Math.Max(span.Start - 40, 0)..Math.Min(span.Start + 40, changed.Length)]);
            }
        }
    }

    private static string Sample(SqlDialect dialect) =>
        File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "TestData", "sql", SqlDialects.SettingOf(dialect) + ".sql"));
}
