using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Lsp.Diagnostics;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Lsp.Protocol.Own;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Workspace;

/// <summary>Follows the workspace: its folders, its files on disk, its settings, and whether it is trusted.</summary>
internal sealed partial class WorkspaceSync(LspSession session, DiagnosticsPublisher publisher, WorkspaceCheck workspace)
{
    private readonly Lock _lock = new();

    /// <summary>The changed files that are looked at; those behind wait for them. Touched by the handler alone, which is never called twice at a time.</summary>
    private Task _following = Task.CompletedTask;

    /// <summary>What toolchains may do now; null: nothing. Guarded by the lock.</summary>
    private ToolchainOptions? _allowed;

    /// <summary>The server is about to end. Guarded by the lock.</summary>
    private bool _hasEnded;

    public void Register(RpcMethods methods)
    {
        methods.OnNotification("workspace/didChangeWorkspaceFolders", static () => LspJson.Default.DidChangeWorkspaceFoldersParams, ChangeFoldersAsync);
        methods.OnNotification("workspace/didChangeWatchedFiles", static () => LspJson.Default.DidChangeWatchedFilesParams, ChangeFiles);
        methods.OnNotification("workspace/didChangeConfiguration", static () => LspJson.Default.DidChangeConfigurationParams, ChangeConfiguration);
        methods.OnNotification("ultimateCopilot/didChangeTrust", static () => LspJson.Default.DidChangeTrustParams, ChangeTrustAsync);
    }

    /// <summary>Stops the toolchains for good.</summary>
    public async ValueTask EndAsync()
    {
        lock (_lock)
        {
            _hasEnded = true;
        }

        await AllowOrForbidAsync();
    }

    /// <summary>Tells our own client how the server is.</summary>
    public async ValueTask SendStatusAsync(string? busyWith = null)
    {
        if (session.Client.IsOwn)
        {
            var status = busyWith is not null ? new StatusParams("busy", busyWith)
                : session.IsTrusted ? new StatusParams("idle", "Ready")
                : new StatusParams("limited", "Limited: this workspace is not trusted, so no program of the machine is asked");
            await session.Connection.NotifyAsync("ultimateCopilot/status", status, LspJson.Default.StatusParams);
        }
    }

    /// <summary>Puts trust and settings in force: lets toolchains run or not, then checks what is open again.</summary>
    private async Task ApplyAsync()
    {
        await AllowOrForbidAsync();
        session.Engine.SqlDialect = SqlDialects.Parse(session.Settings.Window.Sql.Dialect);
        session.Engine.ChecksEmbedded = session.Settings.Window.Syntax.Embedded;
        foreach (var document in session.Documents.Values)
        {
            document.Recheck();
        }

        foreach (var uri in publisher.Unopened)
        {
            if (session.DeepestLayer(uri) is null)
            {
                await publisher.PublishUnopenedAsync(uri, []);
            }
        }

        publisher.AskToPullAgain();
        await SendStatusAsync();
    }

    /// <summary>Looks at trust and lets processes start in one step, so that none starts after trust is withdrawn.</summary>
    private async ValueTask AllowOrForbidAsync()
    {
        ValueTask changing;
        lock (_lock)
        {
            var wanted = session.IsTrusted && !_hasEnded ? ReadOptions() : null;
            if (wanted == _allowed)
            {
                return;
            }

            _allowed = wanted;
            changing = wanted is null ? session.Engine.ForbidToolchains() : session.Engine.AllowToolchains(wanted);
        }

        await changing;
    }

    private ToolchainOptions ReadOptions()
    {
        var toolchain = session.Settings.Window.Toolchain;
        var programs = new Dictionary<string, string>(toolchain.Programs);
        programs.TryAdd("python", toolchain.Python);
        return new ToolchainOptions
        {
            Programs = programs,
            SqlDialect = SqlDialects.Parse(session.Settings.Window.Sql.Dialect),
            Folders = [.. session.Folders.All.Select(static folder => FileUri.ToPath(folder.Uri)).OfType<string>().Where(Path.IsPathFullyQualified)],
            Timeout = TimeSpan.FromMilliseconds(Math.Clamp(toolchain.Timeout, 100, 60_000)),
            MemoryLimit = (long)Math.Clamp(toolchain.Memory, 64, 16_384) << 20,
        };
    }

    private async ValueTask ChangeTrustAsync(DidChangeTrustParams parameters, CancellationToken cancellation)
    {
        if (parameters.Trusted != session.IsTrusted)
        {
            session.IsTrusted = parameters.Trusted;
            session.Log.Info(parameters.Trusted ? "The workspace is trusted now." : "The workspace is not trusted any more.");
            await ApplyAsync();
        }
    }

    private async ValueTask ChangeFoldersAsync(DidChangeWorkspaceFoldersParams parameters, CancellationToken cancellation)
    {
        session.Folders.Change(parameters.Event);
        var removed = parameters.Event.Removed.Select(static folder => FileUri.Canonical(folder.Uri)).ToList();
        foreach (var uri in publisher.Unopened)
        {
            if (removed.Exists(folder => FileUri.IsWithin(uri, folder)) && !session.Folders.Hold(uri))
            {
                await publisher.PublishUnopenedAsync(uri, []);
            }
        }

        LoadSettings(pushed: null, cancellation);
    }

    private ValueTask ChangeFiles(DidChangeWatchedFilesParams parameters, CancellationToken cancellation)
    {
        var before = _following;
        _following = InBackgroundAsync(async () =>
        {
            await before;
            await FollowAsync(parameters.Changes, cancellation);
        });
        return ValueTask.CompletedTask;
    }

    /// <summary>Only what is shown already is kept right; finding new mistakes in closed files is for a check of the workspace.</summary>
    private async Task FollowAsync(IReadOnlyList<FileEvent> changes, CancellationToken cancellation)
    {
        var shown = publisher.Unopened;
        foreach (var change in changes)
        {
            var changed = FileUri.Canonical(change.Uri);
            var isGone = change.Type == FileChangeType.Deleted;
            // A folder that goes is told of by its own name alone.
            foreach (var uri in shown.Where(uri => isGone ? FileUri.IsWithin(uri, changed) : uri == changed))
            {
                await publisher.PublishUnopenedAsync(uri, isGone ? [] : await workspace.CheckFileAsync(uri, cancellation));
            }
        }

        publisher.AskToPullAgain();
    }

    /// <summary>Runs what a handler does not wait for, so that no message waits for the disk or for an answer of the client's.</summary>
    private async Task InBackgroundAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is OperationCanceledException or RpcConnectionLostException)
        {
            // The server is about to end.
        }
        catch (Exception e)
        {
            session.Log.Error($"UC2003: following the workspace failed: {e}");
        }
    }
}
