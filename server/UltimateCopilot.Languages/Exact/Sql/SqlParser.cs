using System.Buffers;
using UltimateCopilot.Languages.Exact.Sql.Grammar;
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
            return Check(text, rented.AsSpan(0, text.Length), cancellation);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    private List<Finding> Check(SourceText text, ReadOnlySpan<char> units, CancellationToken cancellation)
    {
        var wanted = setting();
        using var neutral = SqlDialects.Read(units, SqlDialect.Auto, cancellation);
        var evidence = SqlEvidence.In(units, neutral);
        if (wanted == SqlDialect.Auto)
        {
            return CheckAsShown(text, units, evidence, neutral, cancellation);
        }

        var findings = CheckAs(wanted, text, units, cancellation);
        var isOther = evidence.Dialect != SqlDialect.Auto && evidence.Dialect != wanted && evidence.ScoreOf(wanted) == 0;
        return findings.Count > 0 && isOther ? [WrongDialect(text, evidence, wanted)] : findings;
    }

    /// <summary>Where the text speaks for several dialects, it is fine if it is in one of them.</summary>
    private static List<Finding> CheckAsShown(SourceText text, ReadOnlySpan<char> units, SqlEvidence evidence, SqlTokens neutral, CancellationToken cancellation)
    {
        var shown = evidence.Dialect;
        var findings = shown is SqlDialect.Auto or SqlDialect.PostgreSql
            ? Check(text, neutral, shown, cancellation)
            : CheckAs(shown, text, units, cancellation);
        foreach (var other in evidence.Candidates)
        {
            if (findings.Count == 0)
            {
                break;
            }

            if (other != shown && evidence.ScoreOf(other) * 2 > evidence.ScoreOf(shown) && CheckAs(other, text, units, cancellation).Count == 0)
            {
                return [];
            }
        }

        return findings;
    }

    private static List<Finding> CheckAs(SqlDialect dialect, SourceText text, ReadOnlySpan<char> units, CancellationToken cancellation)
    {
        using var tokens = SqlDialects.Read(units, dialect, cancellation);
        return Check(text, tokens, dialect, cancellation);
    }

    private static List<Finding> Check(SourceText text, SqlTokens tokens, SqlDialect dialect, CancellationToken cancellation)
    {
        var program = SqlGrammars.Of(dialect);
        var machine = new SqlMachine(program);
        var explainer = new SqlExplainer(text, tokens, program, machine);
        var findings = new List<Finding>();
        foreach (var fault in SqlScript.FindFaults(tokens, machine, SqlGrammars.StatementOf(dialect), cancellation))
        {
            findings.Add(explainer.Explain(fault));
            if (explainer.QuotesAreOdd)
            {
                break; // from there on strings and code have changed places
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
