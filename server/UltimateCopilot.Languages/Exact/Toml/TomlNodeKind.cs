namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>What a name in a table can stand for.</summary>
internal enum TomlNodeKind : byte
{
    /// <summary>Anything that no header and no dotted key may add to: also inline tables and arrays of values.</summary>
    Value,
    Table,
    ArrayOfTables,
}
