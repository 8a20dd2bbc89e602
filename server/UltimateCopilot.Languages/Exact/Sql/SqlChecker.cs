using UltimateCopilot.Languages.Exact.Sql.Grammar;
using UltimateCopilot.Languages.Exact.Sql.Lexing;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>Checks a script statement by statement, and the bodies of the routines in it; after a mistake it goes on behind the next semicolon.</summary>
internal sealed class SqlChecker(SourceText text, ReadOnlyMemory<char> units, CancellationToken cancellation)
{
    /// <summary>A text with more mistakes is not SQL at all.</summary>
    private const int MostFindings = 100;

    /// <summary>Bodies within bodies are looked at so deep.</summary>
    private const int DeepestBody = 4;

    private readonly List<Finding> _findings = [];

    /// <summary>Whether one statement may follow another without a mark in between.</summary>
    private bool _mayLackSemicolons;

    /// <summary>Whether blocks of statements stand in the script itself, and not in strings.</summary>
    private bool _mayHoldOthers;

    /// <summary>The findings of the whole text as one dialect, in document order.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <param name="tokens">Its tokens, where they are known already.</param>
    public List<Finding> Check(SqlDialect dialect, SqlTokens? tokens = null)
    {
        _findings.Clear();
        _mayLackSemicolons = dialect == SqlDialect.TSql;
        _mayHoldOthers = dialect is not (SqlDialect.Auto or SqlDialect.PostgreSql);
        using var read = tokens is null ? SqlDialects.Read(units.Span, dialect, cancellation) : null;
        CheckScript(tokens ?? read!, SqlGrammars.Of(dialect), SqlGrammars.Statement, depth: 0);
        return [.. _findings];
    }

    private void CheckScript(SqlTokens tokens, SqlProgram program, string rule, int depth)
    {
        var machine = new SqlMachine(program);
        var explainer = new SqlExplainer(text, tokens, program, machine);
        for (var at = 0; at < tokens.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (SqlKind.EndsStatement(tokens.Kind(at)))
            {
                at++;
                continue;
            }

            rule = rule == SqlBody.Rule ? rule : at == 0 || tokens.Kind(at - 1) == SqlKind.Terminator ? SqlGrammars.FirstStatement : SqlGrammars.Statement;
            var mark = SkipStatement(tokens, at);
            var isKnown = program.Sound[rule].Contains(tokens.Kinds, at, mark);
            var end = isKnown ? mark : machine.Run(tokens.Kinds, at, rule);
            var token = Math.Max(machine.Furthest, end);
            if (end >= 0 && SqlKind.EndsStatement(tokens.Kind(end)))
            {
                if (!isKnown && end == mark && token == end)
                {
                    program.Sound[rule].Add(tokens.Kinds, at, end);
                }

                CheckBodies(tokens, at, end, depth);
                at = end;
                continue;
            }

            if (machine.GaveUp)
            {
                var last = SkipStatement(tokens, at);
                if (explainer.ExplainBrackets(at, last) is { } uneven)
                {
                    _findings.Add(uneven);
                }

                at = last;
                continue;
            }

            var isBody = rule == SqlBody.Rule;
            var startsAnother = token == end && token > at && !isBody && Starts(tokens, token, machine, rule);
            if (_mayLackSemicolons && (startsAnother || (end > at && end < token && Starts(tokens, end, machine, rule))))
            {
                at = end;
                continue;
            }

            var next = isBody ? tokens.Count : HoldsOthers(tokens, at, token, _mayHoldOthers) ? SkipBlock(tokens, token) : SkipStatement(tokens, token);
            _findings.Add(explainer.Explain(new SqlFault(at, token, next, rule, startsAnother)));
            if (explainer.QuotesAreOdd || _findings.Count == MostFindings)
            {
                return; // from there on strings and code have changed places
            }

            at = startsAnother ? token : next;
        }
    }

    /// <summary>Whether the rules get beyond the first words of a statement that would begin at a token.</summary>
    private static bool Starts(SqlTokens tokens, int token, SqlMachine machine, string rule) =>
        (tokens.Kind(token) >= SqlKind.FirstKeyword || tokens.Kind(token + 1) == SqlKind.Colon) && (machine.Run(tokens.Kinds, token, rule) >= 0 || machine.Furthest > token + 1);

    private static int SkipStatement(SqlTokens tokens, int at)
    {
        while (!SqlKind.EndsStatement(tokens.Kind(at)))
        {
            at++;
        }

        return at;
    }

    /// <summary>Whether the statement between two tokens, of which the second is wrong, has statements in it.</summary>
    private static bool HoldsOthers(SqlTokens tokens, int start, int fault, bool mayHoldOthers) =>
        tokens.Kinds[start..fault].Contains(SqlKind.Semicolon) || (mayHoldOthers && SqlBody.StartsBlock(tokens, start));

    /// <summary>The end of a statement that holds others: a mark that ends them all, or else the semicolon behind an END.</summary>
    private static int SkipBlock(SqlTokens tokens, int at)
    {
        var mark = tokens.Kinds[at..].IndexOf(SqlKind.Terminator);
        if (mark >= 0)
        {
            return at + mark;
        }

        while (tokens.Kind(at) != SqlKind.End && (tokens.Kind(at) != SqlKind.Semicolon || !SqlBody.IsEnd(tokens.Kind(at - 1)) || SqlBody.IsEnd(tokens.Kind(at + 1))))
        {
            at++;
        }

        return at;
    }

    /// <summary>Checks what stands in dollar quotes of a sound statement, where its language is known.</summary>
    private void CheckBodies(SqlTokens tokens, int start, int end, int depth)
    {
        if (depth == DeepestBody || SqlBody.Find(units.Span, tokens, start, end) is not { } body)
        {
            return;
        }

        using var inner = new SqlTokens();
        SqlLexer.Read(units.Span[..body.Span.End], body.Span.Start, SqlTraits.Of(SqlDialect.PostgreSql), SqlGrammars.Vocabulary, inner, cancellation);
        CheckScript(inner, body.IsPlPgSql ? SqlGrammars.PlPgSql : SqlGrammars.Of(SqlDialect.PostgreSql), body.IsPlPgSql ? SqlBody.Rule : SqlGrammars.Statement, depth + 1);
    }
}
