using System.Collections.Concurrent;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Diagnostics;

/// <summary>
/// Publishes findings with their version to a client that does not ask for them, and tells one that does when to ask again. Each
/// version's first report is published, so that a client knows that the version has been checked; a refinement only when it says
/// something else.
/// </summary>
internal sealed class DiagnosticsPublisher(LspSession session)
{
    /// <summary>Files that are not open and have diagnostics published, from a check of the workspace.</summary>
    private readonly ConcurrentDictionary<string, bool> _unopened = new(StringComparer.Ordinal);

    private int _refreshAsked;

    /// <summary>Raised when something that a client could ask for has changed.</summary>
    public event Action? Changed;

    /// <summary>The files that are not open and have diagnostics published.</summary>
    public IReadOnlyCollection<string> Unopened => [.. _unopened.Keys];

    /// <summary>Called for each report of an open document.</summary>
    public async ValueTask OnCheckedAsync(OpenDocument document, CheckedVersion result)
    {
        try
        {
            if (session.Pulls)
            {
                if (result.IsNews && !result.IsFirst)
                {
                    AskToPullAgain();
                }
            }
            else if (result.IsFirst || result.IsNews)
            {
                _unopened.TryRemove(document.Uri, out _);
                await PublishAsync(document.Uri, result.Version, ToDiagnostics(document.Uri, result));
            }

            if (result.Report.IsFinal && session.Client.IsOwn)
            {
                await session.Connection.NotifyAsync(
                    "ultimateCopilot/documentStatus", DocumentStatus.Of(session, document, result), LspJson.Default.DocumentStatusParams);
            }
        }
        catch (RpcConnectionLostException)
        {
            // The client is gone, and the server about to end.
        }

        if (result.IsNews)
        {
            Changed?.Invoke();
        }
    }

    /// <summary>A closed document shows nothing any more.</summary>
    public async ValueTask OnClosedAsync(OpenDocument document)
    {
        if (!session.Pulls && document.Latest is not null)
        {
            await PublishAsync(document.Uri, null, []);
        }

        Changed?.Invoke();
    }

    /// <summary>Publishes what was found in a file that is not open; nothing found clears what was published before.</summary>
    public async ValueTask PublishUnopenedAsync(string uri, IReadOnlyList<Diagnostic> diagnostics)
    {
        if (session.Pulls || session.Documents.ContainsKey(uri))
        {
            return;
        }

        if (diagnostics.Count > 0)
        {
            _unopened[uri] = true;
        }
        else if (!_unopened.TryRemove(uri, out _))
        {
            return;
        }

        await PublishAsync(uri, null, diagnostics);
    }

    /// <summary>Tells a client that pulls to do so again.</summary>
    public void AskToPullAgain()
    {
        Changed?.Invoke();
        if (session.Pulls && session.Client.TakesDiagnosticRefresh && Interlocked.Exchange(ref _refreshAsked, 1) == 0)
        {
            _ = RefreshAsync();
        }
    }

    public IReadOnlyList<Diagnostic> ToDiagnostics(string uri, CheckedVersion result) =>
        DiagnosticMapping.ToDiagnostics(result.Report.Findings, result.Text, uri, session.Encoding, session.Client.ShowsRelatedInformation);

    private ValueTask PublishAsync(string uri, int? version, IReadOnlyList<Diagnostic> diagnostics) =>
        session.Connection.NotifyAsync(
            "textDocument/publishDiagnostics", new PublishDiagnosticsParams(uri, diagnostics) { Version = version }, LspJson.Default.PublishDiagnosticsParams);

    private async Task RefreshAsync()
    {
        try
        {
            await session.Connection.RequestAsync("workspace/diagnostic/refresh", default, RpcNothing.Type, RpcNothing.Type);
        }
        catch (Exception e) when (e is RpcException or RpcConnectionLostException)
        {
            session.Log.Debug("The client did not take the request to pull diagnostics again.");
        }
        finally
        {
            Volatile.Write(ref _refreshAsked, 0);
        }
    }
}
