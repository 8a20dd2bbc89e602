namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>A name in a table.</summary>
internal readonly struct TomlName(int table, ReadOnlyMemory<char> name) : IEquatable<TomlName>
{
    private readonly int _table = table;
    private readonly ReadOnlyMemory<char> _name = name;

    public bool Equals(TomlName other) => _table == other._table && _name.Span.SequenceEqual(other._name.Span);

    public override bool Equals(object? obj) => obj is TomlName other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_table, string.GetHashCode(_name.Span));
}
