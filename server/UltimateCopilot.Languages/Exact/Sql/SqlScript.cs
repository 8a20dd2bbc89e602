using UltimateCopilot.Languages.Exact.Sql.Grammar;
using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>Reads a script statement by statement; after one that is wrong it goes on behind the next semicolon.</summary>
internal static class SqlScript
{
    /// <summary>The statements that are wrong, in document order.</summary>
    public static IEnumerable<SqlFault> FindFaults(SqlTokens tokens, SqlMachine machine, string rule, CancellationToken cancellation)
    {
        for (var at = 0; at < tokens.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (EndsStatement(tokens.Kind(at)))
            {
                at++;
                continue;
            }

            var end = machine.Run(tokens.Kinds, at, rule);
            if (machine.GaveUp)
            {
                at = SkipStatement(tokens, at);
            }
            else if (end >= 0 && EndsStatement(tokens.Kind(end)))
            {
                at = end;
            }
            else
            {
                var token = Math.Max(machine.Furthest, end);
                var startsAnother = token == end && token > at && Starts(tokens, token, machine, rule);
                yield return new SqlFault(at, token, rule, startsAnother);
                at = startsAnother ? token : SkipStatement(tokens, token);
            }
        }
    }

    public static bool EndsStatement(ushort kind) => kind is SqlKind.End or SqlKind.Semicolon or SqlKind.Terminator;

    /// <summary>Whether the rules get beyond the first words of a statement that would begin at a token.</summary>
    private static bool Starts(SqlTokens tokens, int token, SqlMachine machine, string rule) =>
        tokens.Kind(token) >= SqlKind.FirstKeyword && (machine.Run(tokens.Kinds, token, rule) >= 0 || machine.Furthest > token + 1);

    private static int SkipStatement(SqlTokens tokens, int at)
    {
        while (!EndsStatement(tokens.Kind(at)))
        {
            at++;
        }

        return at;
    }
}
