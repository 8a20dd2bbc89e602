using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Lsp.Workspace;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Diagnostics;

/// <summary>
/// Publishes findings with their version to a client that does not ask for them, and tells one that does when to ask again. Each
/// version's first report is published, so that a client knows that the version has been checked; a refinement only when it says
/// something else.
/// </summary>
/// <remarks>
/// Messages leave in the order in which they are handed to the connection, so whoever decides to publish does both under the lock: a check
/// of the workspace cannot speak for a file that has been opened meanwhile.
/// </remarks>
internal sealed class DiagnosticsPublisher(LspSession session)
{
    private readonly Lock _lock = new();

    /// <summary>Canonical URIs of files that are not open and have diagnostics published, from a check of the workspace. Guarded by the lock.</summary>
    private readonly HashSet<string> _unopened = new(StringComparer.Ordinal);

    private readonly RefreshRequests _refresh = new(session);

    /// <summary>
    /// Raised when something that a client could ask for has changed; true where the files that are not open may say something else, too.
    /// </summary>
    public event Action<bool>? Changed;

    /// <summary>The files that are not open and have diagnostics published.</summary>
    public IReadOnlyCollection<string> Unopened
    {
        get
        {
            lock (_lock)
            {
                return [.. _unopened];
            }
        }
    }

    /// <summary>Called for each report of an open document.</summary>
    public async ValueTask OnCheckedAsync(OpenDocument document, CheckedVersion result)
    {
        try
        {
            await TellAsync(document, result);
        }
        catch (RpcConnectionLostException)
        {
            // The client is gone, and the server about to end.
        }

        if (!result.IsNews)
        {
            return;
        }

        Changed?.Invoke(false);
        if (session.Pulls && !result.IsFirst)
        {
            _refresh.Ask();
        }
    }

    /// <summary>A closed document shows nothing any more. Called when it is no longer among the open ones.</summary>
    public async ValueTask OnClosedAsync(OpenDocument document)
    {
        if (!session.Pulls && document.Latest is not null)
        {
            ValueTask clearing;
            lock (_lock)
            {
                clearing = PublishAsync(document.Uri, null, []);
            }

            await clearing;
        }

        Changed?.Invoke(true);
    }

    /// <summary>Publishes what was found in a file that is not open; nothing found clears what was published before.</summary>
    public async ValueTask PublishUnopenedAsync(string uri, IReadOnlyList<Diagnostic> diagnostics)
    {
        ValueTask sending;
        uri = FileUri.Canonical(uri);
        lock (_lock)
        {
            if (session.Pulls || session.Documents.ContainsKey(uri))
            {
                return;
            }

            if (diagnostics.Count > 0)
            {
                _unopened.Add(uri);
            }
            else if (!_unopened.Remove(uri))
            {
                return;
            }

            sending = PublishAsync(uri, null, diagnostics);
        }

        await sending;
    }

    /// <summary>Tells a client that pulls to do so again, since settings, trust or files have changed.</summary>
    public void AskToPullAgain()
    {
        Changed?.Invoke(true);
        if (session.Pulls)
        {
            _refresh.Ask();
        }
    }

    public IReadOnlyList<Diagnostic> ToDiagnostics(string uri, CheckedVersion result) =>
        DiagnosticMapping.ToDiagnostics(result.Report.Findings, result.Text, uri, session.Encoding, session.Client.ShowsRelatedInformation);

    private async ValueTask TellAsync(OpenDocument document, CheckedVersion result)
    {
        ValueTask clearing = default, publishing = default, telling = default;
        lock (_lock)
        {
            var canonical = FileUri.Canonical(document.Uri);
            if (session.Documents.GetValueOrDefault(canonical) != document)
            {
                return; // closed meanwhile, and cleared or about to be
            }

            if (!session.Pulls && (result.IsFirst || result.IsNews))
            {
                if (_unopened.Remove(canonical) && canonical != document.Uri)
                {
                    clearing = PublishAsync(canonical, null, []); // the client would show both spellings
                }

                publishing = PublishAsync(document.Uri, result.Version, ToDiagnostics(document.Uri, result));
            }

            if (result.Report.IsFinal && session.Client.IsOwn)
            {
                telling = session.Connection.NotifyAsync(
                    "ultimateCopilot/documentStatus", DocumentStatus.Of(session, document, result), LspJson.Default.DocumentStatusParams);
            }
        }

        await clearing;
        await publishing;
        await telling;
    }

    private ValueTask PublishAsync(string uri, int? version, IReadOnlyList<Diagnostic> diagnostics) =>
        session.Connection.NotifyAsync(
            "textDocument/publishDiagnostics", new PublishDiagnosticsParams(uri, diagnostics) { Version = version }, LspJson.Default.PublishDiagnosticsParams);
}
