using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Checking;

/// <summary>A toolchain that rejects the first occurrence of each part that <paramref name="reject"/> names.</summary>
internal sealed class ScriptedToolchain(Func<string, string[]> reject) : IToolchainParser
{
    public Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        var text = document.Text.ToString();
        return Task.FromResult<IReadOnlyList<Finding>?>([.. reject(text).Select(part => Reject(part, text.IndexOf(part, StringComparison.Ordinal)))]);
    }

    public Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) => Task.FromResult(new ToolchainStatus("scripted", IsAvailable: true, string.Empty));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Finding Reject(string part, int start) =>
        new() { Code = FindingCodes.Rejected, Span = new TextSpan(start, start + part.Length), Message = "rejected", Layer = Layer.Toolchain };
}
