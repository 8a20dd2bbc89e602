using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Cli.Bench;

/// <summary>What a user asks of <c>bench syntax</c>.</summary>
internal sealed record SyntaxBenchRequest
{
    /// <summary>The file with the cases; <c>-</c> is standard input.</summary>
    public required string Manifest { get; init; }

    /// <summary>Full path of the folder that the paths in the manifest belong to.</summary>
    public required string Root { get; init; }

    /// <summary>Finer layers are not asked.</summary>
    public required Layer Layer { get; init; }

    /// <summary>What SQL is checked as.</summary>
    public SqlDialect SqlDialect { get; init; }

    /// <summary>The file for the results; null: standard output.</summary>
    public string? Results { get; init; }

    /// <summary>How often each case is measured.</summary>
    public int Repeat { get; init; } = 1;
}
