namespace UltimateCopilot.Languages.Exact.Sql.Lexing;

/// <summary>What the dialects' tokens and scripts differ in.</summary>
internal readonly record struct SqlTraits
{
    /// <summary>A backslash in a string takes the next character along.</summary>
    public bool Backslashes { get; init; }

    /// <summary><c>#</c> starts a comment.</summary>
    public bool HashComments { get; init; }

    /// <summary>A comment may hold another one.</summary>
    public bool NestedComments { get; init; }

    /// <summary><c>$tag$ ... $tag$</c> is a string, operators may have any length, and strings on lines below each other are one.</summary>
    public bool IsPostgres { get; init; }

    /// <summary>Names may stand in backticks.</summary>
    public bool Backticks { get; init; }

    /// <summary>Names may stand in square brackets.</summary>
    public bool Brackets { get; init; }

    /// <summary><c>@x</c> is a variable.</summary>
    public bool Variables { get; init; }

    /// <summary>Double quotes may stand for a string as well as for a name.</summary>
    public bool DoubleQuotedStrings { get; init; }

    /// <summary><c>#</c> may be part of a name.</summary>
    public bool HashNames { get; init; }

    /// <summary>A name may start with a digit.</summary>
    public bool DigitNames { get; init; }

    /// <summary><c>q'[ ... ]'</c> is a string, <c>&amp;x</c> a place for a value, <c>/</c> on a line of its own ends a statement.</summary>
    public bool IsOracle { get; init; }

    /// <summary><c>GO</c> on a line of its own ends a batch.</summary>
    public bool IsTSql { get; init; }

    /// <summary><c>DELIMITER</c> names what ends a statement.</summary>
    public bool IsMySql { get; init; }

    /// <summary>Lines that start with a point are commands of the shell.</summary>
    public bool IsSqlite { get; init; }

    public static SqlTraits Of(SqlDialect dialect) => dialect switch
    {
        SqlDialect.PostgreSql => new SqlTraits { IsPostgres = true, NestedComments = true },
        SqlDialect.MySql => new SqlTraits
        {
            IsMySql = true,
            Backslashes = true,
            HashComments = true,
            Backticks = true,
            Variables = true,
            DoubleQuotedStrings = true,
            DigitNames = true,
        },
        SqlDialect.Sqlite => new SqlTraits { IsSqlite = true, Backticks = true, Brackets = true, Variables = true, DoubleQuotedStrings = true },
        SqlDialect.TSql => new SqlTraits { IsTSql = true, NestedComments = true, Brackets = true, Variables = true, DoubleQuotedStrings = true, HashNames = true },
        SqlDialect.Oracle => new SqlTraits { IsOracle = true, HashNames = true },
        _ => new SqlTraits { IsPostgres = true, NestedComments = true, Backticks = true, IsMySql = true, IsTSql = true },
    };
}
