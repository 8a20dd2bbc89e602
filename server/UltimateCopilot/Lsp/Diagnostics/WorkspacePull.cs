using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Lsp.Workspace;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Diagnostics;

/// <summary>
/// Answers a client that asks for the diagnostics of the whole workspace. The first answer comes when all is checked, piece by piece
/// where the client takes pieces; a later one is held until something differs from what the client has, as the protocol intends.
/// </summary>
internal sealed class WorkspacePull(LspSession session, DiagnosticsPublisher publisher, WorkspaceCheck workspace)
{
    private const int PieceSize = 64;

    public void Register(RpcMethods methods) => methods.OnRequest(
        "workspace/diagnostic", static () => LspJson.Default.WorkspaceDiagnosticParams, static () => LspJson.Default.WorkspaceDiagnosticReport, AnswerAsync);

    private async ValueTask<WorkspaceDiagnosticReport> AnswerAsync(WorkspaceDiagnosticParams parameters, CancellationToken cancellation)
    {
        await Task.Yield();
        var known = parameters.PreviousResultIds.ToDictionary(static id => id.Uri, static id => id.Value, StringComparer.Ordinal);
        while (true)
        {
            var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            void OnChanged() => changed.TrySetResult();
            publisher.Changed += OnChanged;
            try
            {
                var (report, differs) = await CheckAsync(parameters, known, cancellation);
                if (differs || known.Count == 0)
                {
                    return report;
                }

                await changed.Task.WaitAsync(cancellation);
            }
            finally
            {
                publisher.Changed -= OnChanged;
            }
        }
    }

    private async Task<(WorkspaceDiagnosticReport Report, bool Differs)> CheckAsync(
        WorkspaceDiagnosticParams parameters, Dictionary<string, string> known, CancellationToken cancellation)
    {
        var gone = new HashSet<string>(known.Keys, StringComparer.Ordinal);
        var items = new List<WorkspaceDocumentDiagnosticReport>();
        var differs = false;

        async ValueTask AddAsync(string uri, int? version, IReadOnlyList<Diagnostic> diagnostics)
        {
            gone.Remove(uri);
            var id = DiagnosticsPull.ResultIdOf(diagnostics);
            var same = known.GetValueOrDefault(uri) == id;
            differs |= !same;
            items.Add(same
                ? new WorkspaceUnchangedDocumentDiagnosticReport(uri, id) { Version = version }
                : new WorkspaceFullDocumentDiagnosticReport(uri, diagnostics) { Version = version, ResultId = id });

            // Pieces only the first time: what is sent cannot be held back any more.
            if (known.Count == 0 && items.Count >= PieceSize && parameters.PartialResultToken is { } token)
            {
                var piece = System.Text.Json.JsonSerializer.SerializeToElement(
                    new WorkspaceDiagnosticReportPartialResult([.. items]), LspJson.Default.WorkspaceDiagnosticReportPartialResult);
                await session.Connection.NotifyAsync("$/progress", new ProgressParams(token, piece), LspJson.Default.ProgressParams, cancellation);
                items.Clear();
            }
        }

        foreach (var (uri, document) in session.Documents)
        {
            if (document.Latest is { } latest)
            {
                await AddAsync(uri, latest.Version, publisher.ToDiagnostics(uri, latest));
            }
        }

        await foreach (var (uri, diagnostics) in workspace.RunAsync(cancellation))
        {
            await AddAsync(uri, null, diagnostics);
        }

        foreach (var uri in gone.ToArray())
        {
            await AddAsync(uri, null, []);
        }

        return (new WorkspaceDiagnosticReport(items), differs);
    }
}
