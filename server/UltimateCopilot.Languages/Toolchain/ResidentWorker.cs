using System.Text;
using System.Text.Json;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>The conversation with workers that answer as <see cref="WorkerAnswer"/>.</summary>
internal sealed class ResidentWorker(WorkerPool workers) : IAsyncDisposable
{
    /// <summary>What the parser says of a text; null where there is no verdict to be had.</summary>
    public async Task<WorkerAnswer?> CheckAsync(string code, CancellationToken cancellation) =>
        await AskAsync(code, cancellation) is { Errors: not null } answer ? answer : null;

    /// <summary>What the parser says of itself; null where it does not answer.</summary>
    public async Task<WorkerAnswer?> DescribeAsync(CancellationToken cancellation) =>
        await AskAsync("?", cancellation) is { Version: not null } answer ? answer : null;

    public ValueTask DisposeAsync() => workers.DisposeAsync();

    private async Task<WorkerAnswer?> AskAsync(string request, CancellationToken cancellation)
    {
        var line = await workers.AskAsync(Encoding.UTF8.GetBytes(request), cancellation);
        try
        {
            return line is null ? null : JsonSerializer.Deserialize(line, WorkerJson.Default.WorkerAnswer);
        }
        catch (JsonException)
        {
            return null; // something else than our script answered
        }
    }
}
