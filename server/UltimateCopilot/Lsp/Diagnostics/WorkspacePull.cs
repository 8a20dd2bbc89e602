using System.Text.Json;
using System.Threading.Channels;
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
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in parameters.PreviousResultIds)
        {
            known[id.Uri] = id.Value;
        }

        var changes = Channel.CreateUnbounded<bool>();
        void OnChanged(bool onDisk) => changes.Writer.TryWrite(onDisk);
        publisher.Changed += OnChanged;
        try
        {
            return known.Count == 0
                ? await CheckFirstAsync(parameters.PartialResultToken, cancellation)
                : await HoldAsync(known, changes.Reader, cancellation);
        }
        finally
        {
            publisher.Changed -= OnChanged;
        }
    }

    /// <summary>All there is. Where pieces are sent, everything is in them: the answer has to be empty then.</summary>
    private async Task<WorkspaceDiagnosticReport> CheckFirstAsync(JsonElement? token, CancellationToken cancellation)
    {
        var items = new List<WorkspaceDocumentDiagnosticReport>();
        await foreach (var (uri, version, diagnostics) in CheckAsync(withFiles: true, cancellation))
        {
            items.Add(new WorkspaceFullDocumentDiagnosticReport(uri, diagnostics) { Version = version, ResultId = DiagnosticsPull.ResultIdOf(diagnostics) });
            if (token is not null && items.Count >= PieceSize)
            {
                await SendPieceAsync();
            }
        }

        if (token is not null && items.Count > 0)
        {
            await SendPieceAsync();
        }

        return new WorkspaceDiagnosticReport(items);

        async ValueTask SendPieceAsync()
        {
            var piece = JsonSerializer.SerializeToElement(
                new WorkspaceDiagnosticReportPartialResult(items), LspJson.Default.WorkspaceDiagnosticReportPartialResult);
            items.Clear();
            await session.Connection.NotifyAsync("$/progress", new ProgressParams(token.Value, piece), LspJson.Default.ProgressParams, cancellation);
        }
    }

    /// <summary>What differs from what the client knows, as soon as something does.</summary>
    private async Task<WorkspaceDiagnosticReport> HoldAsync(Dictionary<string, string> known, ChannelReader<bool> changes, CancellationToken cancellation)
    {
        var withFiles = true;
        while (true)
        {
            var report = await CompareAsync(known, withFiles, cancellation);
            if (report.Items.Any(static item => item is WorkspaceFullDocumentDiagnosticReport))
            {
                return report;
            }

            withFiles = await changes.ReadAsync(cancellation);
            while (changes.TryRead(out var onDisk))
            {
                withFiles |= onDisk; // while somebody types, the files on disk need not be checked again and again
            }
        }
    }

    private async Task<WorkspaceDiagnosticReport> CompareAsync(Dictionary<string, string> known, bool withFiles, CancellationToken cancellation)
    {
        var gone = new HashSet<string>(withFiles ? known.Keys : [], StringComparer.Ordinal);
        var items = new List<WorkspaceDocumentDiagnosticReport>();
        await foreach (var (uri, version, diagnostics) in CheckAsync(withFiles, cancellation))
        {
            Add(uri, version, diagnostics);
        }

        // Of an open document that has not been checked yet nothing is known, which is not the same as nothing found.
        gone.ExceptWith(session.Documents.Values.Select(static document => document.Uri));
        foreach (var uri in gone.ToArray())
        {
            Add(uri, null, []);
        }

        return new WorkspaceDiagnosticReport(items);

        void Add(string uri, int? version, IReadOnlyList<Diagnostic> diagnostics)
        {
            gone.Remove(uri);
            var id = DiagnosticsPull.ResultIdOf(diagnostics);
            items.Add(known.GetValueOrDefault(uri) == id
                ? new WorkspaceUnchangedDocumentDiagnosticReport(uri, id) { Version = version }
                : new WorkspaceFullDocumentDiagnosticReport(uri, diagnostics) { Version = version, ResultId = id });
        }
    }

    private async IAsyncEnumerable<(string Uri, int? Version, IReadOnlyList<Diagnostic> Diagnostics)> CheckAsync(
        bool withFiles, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var document in session.Documents.Values)
        {
            if (document.Latest is { } latest)
            {
                yield return (document.Uri, latest.Version, publisher.ToDiagnostics(document.Uri, latest));
            }
        }

        if (withFiles)
        {
            await foreach (var (uri, diagnostics) in workspace.RunAsync(cancellation))
            {
                yield return (uri, null, diagnostics);
            }
        }
    }
}
