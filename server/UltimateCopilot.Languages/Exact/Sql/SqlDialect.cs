namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>Which SQL a text is written in.</summary>
public enum SqlDialect
{
    /// <summary>As the text itself shows; where it does not, PostgreSQL with what other dialects add harmlessly.</summary>
    Auto,

    /// <summary>PostgreSQL, with what psql reads beside statements.</summary>
    PostgreSql,

    /// <summary>MySQL and MariaDB.</summary>
    MySql,

    /// <summary>SQLite.</summary>
    Sqlite,

    /// <summary>Microsoft's Transact-SQL.</summary>
    TSql,

    /// <summary>Oracle's SQL and PL/SQL.</summary>
    Oracle,
}
