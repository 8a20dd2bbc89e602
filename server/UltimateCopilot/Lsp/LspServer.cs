using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Lsp.Diagnostics;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Lifecycle;
using UltimateCopilot.Lsp.Outlines;
using UltimateCopilot.Lsp.Workspace;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp;

/// <summary>The language server: joins the features to one connection, and ends with the client.</summary>
internal sealed class LspServer(TimeProvider time) : IAsyncDisposable
{
    /// <summary>How long work under way may hold up the end, when the client is gone.</summary>
    private static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly SyntaxEngine _engine = new(time);

    /// <summary>Serves one client until it says <c>exit</c>, its process ends, or the connection does.</summary>
    /// <returns>The process's exit code.</returns>
    public async Task<int> RunAsync(Stream input, Stream output, int? clientProcess)
    {
        var session = new LspSession(_engine);
        var publisher = new DiagnosticsPublisher(session);
        var check = new WorkspaceCheck(session, time);
        var workspace = new WorkspaceSync(session, publisher, check);
        var progress = new WorkDoneProgress(session);
        var lifecycle = new Lifecycle.Lifecycle(session, workspace, Watch, _stop.Cancel);

        var methods = new RpcMethods();
        lifecycle.Register(methods);
        new DocumentSync(session, publisher).Register(methods);
        new DiagnosticsPull(session, publisher, check).Register(methods);
        new WorkspacePull(session, publisher, check).Register(methods);
        new CodeHover(session).Register(methods);
        new OutlineRequests(session).Register(methods);
        new WorkspaceSymbols(session).Register(methods);
        workspace.Register(methods);
        progress.Register(methods);
        new Commands(session, publisher, check, workspace, progress, time).Register(methods);

        await using var connection = new RpcConnection(input, output, methods, new RpcOptions
        {
            DrainTimeout = DrainTimeout,
            Gate = lifecycle.Gate,
            Trace = lifecycle.Trace,
            OnError = (method, error) => session.Log.Error($"UC2003: '{method}' failed: {error}"),
        });
        session.Attach(connection);
        if (clientProcess is { } process)
        {
            Watch(process);
        }

        await connection.RunAsync(_stop.Token);
        foreach (var document in session.Documents.Values)
        {
            document.Dispose();
        }

        return lifecycle.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _engine.DisposeAsync();
        _stop.Dispose();
    }

    private void Watch(int process) => _ = StopWithAsync(process);

    private async Task StopWithAsync(int process)
    {
        await ProcessWatch.WaitForEndAsync(process, time, _stop.Token);
        if (!_stop.IsCancellationRequested)
        {
            await _stop.CancelAsync();
        }
    }
}
