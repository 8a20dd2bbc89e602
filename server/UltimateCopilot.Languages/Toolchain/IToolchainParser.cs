using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>A language's own parser, in a process that only parses and never runs the code. Safe to call from several threads.</summary>
internal interface IToolchainParser : IAsyncDisposable
{
    /// <summary>The mistakes in document order; null where no verdict could be had, which is no failure.</summary>
    Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation);

    /// <summary>What is known of the toolchain: its version and place, or why it is not used.</summary>
    Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation);
}
