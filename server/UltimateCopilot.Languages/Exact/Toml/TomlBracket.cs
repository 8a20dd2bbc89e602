namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>An array or inline table that is being read.</summary>
/// <param name="Kind">Its bracket.</param>
/// <param name="Offset">Where that stands.</param>
/// <param name="Table">The table that the keys belong to.</param>
internal readonly record struct TomlBracket(char Kind, int Offset, int Table)
{
    /// <summary>That TOML 1.0 allows no line breaks in it has been said.</summary>
    public bool IsNewTold { get; init; }

    public char Closer => Kind == '[' ? ']' : '}';
}
