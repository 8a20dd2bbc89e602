using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Cli.Check;

/// <summary>What a user asks of <c>check</c>.</summary>
internal sealed record CheckRequest
{
    /// <summary>Files and folders as named.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>A file that lists paths; <c>-</c> is standard input, null none.</summary>
    public string? FilesFrom { get; init; }

    /// <summary>Finer layers are not asked.</summary>
    public Layer Layer { get; init; } = Layer.Toolchain;

    /// <summary>What SQL is checked as.</summary>
    public SqlDialect SqlDialect { get; init; }

    /// <summary>A name of <see cref="ReportFormats"/>.</summary>
    public string Format { get; init; } = ReportFormats.Default;

    /// <summary>Whether the text comes from standard input.</summary>
    public bool Stdin { get; init; }

    /// <summary>The language of standard input.</summary>
    public string? Language { get; init; }

    /// <summary>Globs to leave out.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Whether to colour text for a terminal.</summary>
    public bool Colours { get; init; }
}
