using System.Buffers;
using UltimateCopilot.Languages.Exact.Sql.Grammar;
using UltimateCopilot.Languages.Exact.Sql.Lexing;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>The dialects by name, and which one a text is in, for those who have to treat them differently.</summary>
public static class SqlDialects
{
    /// <summary>The names that settings and options have for the dialects.</summary>
    public static IReadOnlyList<string> Settings { get; } = ["auto", "postgresql", "mysql", "sqlite", "tsql", "oracle"];

    /// <summary>A dialect by its name in settings; <see cref="SqlDialect.Auto"/> where there is none of that name.</summary>
    public static SqlDialect Parse(string setting) => (SqlDialect)Math.Max(Settings.ToList().IndexOf(setting), 0);

    /// <summary>A dialect's name in settings.</summary>
    public static string SettingOf(SqlDialect dialect) => Settings[(int)dialect];

    /// <summary>The dialect that a text is taken for: the one that was set, or the one it shows, or <see cref="SqlDialect.Auto"/> where it shows none.</summary>
    public static SqlDialect Of(SourceText text, SqlDialect setting)
    {
        if (setting != SqlDialect.Auto)
        {
            return setting;
        }

        var units = Rent(text);
        try
        {
            using var tokens = Read(units.AsSpan(0, text.Length), SqlDialect.Auto, CancellationToken.None);
            return SqlEvidence.In(units.AsSpan(0, text.Length), tokens).Dialect;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(units);
        }
    }

    /// <summary>
    /// The text with blanks in place of what only psql reads, its commands and the data of COPY, so that all else keeps its place. Commands
    /// that send the statement before them become a semicolon.
    /// </summary>
    public static string WithoutClientText(SourceText text)
    {
        var units = text.ToString().ToCharArray();
        using var tokens = Read(units, SqlDialect.PostgreSql, CancellationToken.None);
        foreach (var span in tokens.ClientText)
        {
            for (var at = span.Start; at < span.End; at++)
            {
                units[at] = units[at] is '\r' or '\n' ? units[at] : ' ';
            }
        }

        for (var token = 0; token < tokens.Count; token++)
        {
            if (tokens.Kind(token) == SqlKind.Terminator)
            {
                units.AsSpan()[tokens.Span(token).Start..tokens.Span(token).End].Fill(' ');
                units[tokens.Span(token).Start] = ';';
            }
        }

        return new string(units);
    }

    /// <summary>The units of a text in one row, lent by the shared pool.</summary>
    internal static char[] Rent(SourceText text)
    {
        var units = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(0, units.AsSpan(0, text.Length));
        return units;
    }

    internal static SqlTokens Read(ReadOnlySpan<char> units, SqlDialect dialect, CancellationToken cancellation)
    {
        var tokens = new SqlTokens();
        SqlLexer.Read(units, 0, SqlTraits.Of(dialect), SqlGrammars.Vocabulary, tokens, cancellation);
        return tokens;
    }

    /// <summary>What people call a dialect.</summary>
    internal static string NameOf(SqlDialect dialect) => dialect switch
    {
        SqlDialect.PostgreSql => "PostgreSQL",
        SqlDialect.MySql => "MySQL",
        SqlDialect.Sqlite => "SQLite",
        SqlDialect.TSql => "T-SQL",
        SqlDialect.Oracle => "Oracle",
        _ => "SQL",
    };

    /// <summary>The dialect of a letter in the grammar's files.</summary>
    internal static SqlDialect ByLetter(char letter) => letter switch
    {
        'p' => SqlDialect.PostgreSql,
        'm' => SqlDialect.MySql,
        'l' => SqlDialect.Sqlite,
        't' => SqlDialect.TSql,
        'o' => SqlDialect.Oracle,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "No dialect has this letter."),
    };
}
