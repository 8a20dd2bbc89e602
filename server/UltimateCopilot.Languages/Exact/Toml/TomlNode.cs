namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>What a name in a table stands for.</summary>
internal readonly record struct TomlNode
{
    public TomlNodeKind Kind { get; init; }

    /// <summary>Where it was first named.</summary>
    public int Offset { get; init; }

    /// <summary>A header has defined this table.</summary>
    public bool IsDefined { get; init; }

    /// <summary>The section whose dotted keys have made this table; 0 where none have.</summary>
    public int DottedIn { get; init; }

    /// <summary>Of an array of tables: the table that its names stand in.</summary>
    public int LastElement { get; init; }
}
