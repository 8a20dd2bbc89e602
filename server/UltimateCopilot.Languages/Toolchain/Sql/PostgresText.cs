using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Exact.Sql.Lexing;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Sql;

/// <summary>A script as PostgreSQL's parser gets to see it, unit for unit where it was: without what psql reads itself.</summary>
/// <param name="Code">The text.</param>
/// <param name="HasPlaces">
/// Whether it has places for values that a program fills in. A name stands there, which fits almost wherever a value does, but not everywhere.
/// </param>
internal readonly record struct PostgresText(string Code, bool HasPlaces)
{
    /// <summary>Null where a template decides what of the script there is.</summary>
    public static PostgresText? From(SourceText text)
    {
        var units = SqlDialects.WithoutClientText(text).ToCharArray();
        using var tokens = SqlDialects.Read(units, SqlDialect.PostgreSql, CancellationToken.None);
        var before = 0;
        var hasPlaces = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var span = tokens.Span(i);
            if (units.AsSpan(before, span.Start - before).IndexOf("{%") >= 0)
            {
                return null;
            }

            before = span.End;
            hasPlaces |= tokens.Kind(i) is SqlKind.Question or SqlKind.At
                || (tokens.Kind(i) == SqlKind.Parameter && FillIn(units.AsSpan(span.Start, span.Length)));
        }

        if (units.Length > 0 && units[0] == '\uFEFF')
        {
            units[0] = ' ';
        }

        return new PostgresText(new string(units), hasPlaces);
    }

    /// <summary>False for those that PostgreSQL or psql know: <c>$1</c>, and <c>:'x'</c> and <c>:"x"</c>, behind whose colon stands what it is about.</summary>
    private static bool FillIn(Span<char> parameter)
    {
        if (parameter[0] == '$')
        {
            return false;
        }

        if (parameter.Length > 1 && parameter[1] is '\'' or '"')
        {
            parameter[0] = ' ';
            return false;
        }

        parameter.Fill(' ');
        parameter[0] = 'p';
        return true;
    }
}
