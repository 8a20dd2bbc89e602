using UltimateCopilot.Languages.Exact.Sql;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>Which programs the toolchain layer may start, and what they may use.</summary>
public sealed record ToolchainOptions
{
    /// <summary>
    /// Programs by the name of the toolchain that starts them, such as <c>python</c>: each a name looked up on the path, or a full path.
    /// A toolchain that is not named here looks for its program itself.
    /// </summary>
    public IReadOnlyDictionary<string, string> Programs { get; init; } = new Dictionary<string, string>();

    /// <summary>Folders of a trusted workspace, whose own installation of a toolchain comes before the one that is packaged. Full paths.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>What SQL is checked as.</summary>
    public SqlDialect SqlDialect { get; init; }

    /// <summary>Time for one file, after which the process is killed. Default: 2 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Memory of one process in bytes, beyond which it is killed. Default: 512 MiB.</summary>
    public long MemoryLimit { get; init; } = 512L << 20;

    /// <summary>Processes of one toolchain at the same time. Default: 1, which serves an editor.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Whether both say the same; lists count by what is in them.</summary>
    public bool Equals(ToolchainOptions? other) =>
        other is not null && Timeout == other.Timeout && MemoryLimit == other.MemoryLimit && Workers == other.Workers && SqlDialect == other.SqlDialect
        && Folders.SequenceEqual(other.Folders) && Programs.Count == other.Programs.Count
        && Programs.All(program => other.Programs.TryGetValue(program.Key, out var path) && path == program.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SqlDialect, Timeout, MemoryLimit, Workers, Folders.Count, Programs.Count);
}
