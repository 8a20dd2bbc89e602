using System.Buffers;
using UltimateCopilot.Languages.Exact.Sql.Lexing;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>SQL by the rules of its dialect: the one that was set, or the one that the text shows.</summary>
internal sealed class SqlParser(Func<SqlDialect> setting) : IExactParser
{
    public bool OverrulesGrammar => true;

    public bool IsInstant => true;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        var rented = SqlDialects.Rent(text);
        try
        {
            return Check(text, rented.AsMemory(0, text.Length), cancellation);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private List<Finding> Check(SourceText text, ReadOnlyMemory<char> units, CancellationToken cancellation)
    {
        var wanted = setting();
        using var neutral = SqlDialects.Read(units.Span, SqlDialect.Auto, cancellation);
        var evidence = SqlEvidence.In(units.Span, neutral);
        var checker = new SqlChecker(text, units, cancellation);
        if (wanted == SqlDialect.Auto)
        {
            return CheckAsShown(checker, evidence, neutral);
        }

        var findings = checker.Check(wanted);
        var isOther = evidence.Dialect != SqlDialect.Auto && evidence.Dialect != wanted && evidence.ScoreOf(evidence.Dialect) > 2 * evidence.ScoreOf(wanted);
        return findings.Count > 0 && isOther ? [WrongDialect(text, evidence, wanted)] : findings;
    }

    /// <summary>Where the text speaks for several dialects, it is fine if it is in one of them.</summary>
    private static List<Finding> CheckAsShown(SqlChecker checker, SqlEvidence evidence, SqlTokens neutral)
    {
        var shown = evidence.Dialect;
        var findings = checker.Check(shown, shown is SqlDialect.Auto or SqlDialect.PostgreSql ? neutral : null);
        foreach (var other in evidence.Candidates)
        {
            if (findings.Count == 0)
            {
                break;
            }

            if (other != shown && evidence.ScoreOf(other) * 2 > evidence.ScoreOf(shown) && checker.Check(other).Count == 0)
            {
                return [];
            }
        }

        return findings;
    }

    private static Finding WrongDialect(SourceText text, SqlEvidence evidence, SqlDialect wanted)
    {
        var span = evidence.FirstOf(evidence.Dialect) ?? default;
        return new Finding
        {
            Code = FindingCodes.WrongDialect,
            Span = span,
            Message = $"{Wording.Quote(text, span)} is {SqlDialects.NameOf(evidence.Dialect)}, and the file is checked as {SqlDialects.NameOf(wanted)}: set 'ultimateCopilot.sql.dialect' to '{SqlDialects.SettingOf(evidence.Dialect)}' or 'auto'",
            Layer = Layer.Exact,
        };
    }
}
