using System.Text.Json;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Lsp.Diagnostics;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Lsp.Protocol.Own;
using UltimateCopilot.Rpc;
using UltimateCopilot.Settings;

namespace UltimateCopilot.Lsp.Workspace;

/// <summary>Follows the workspace: its folders, its files on disk, its settings, and whether it is trusted.</summary>
internal sealed class WorkspaceSync(LspSession session, DiagnosticsPublisher publisher, WorkspaceCheck workspace)
{
    public void Register(RpcMethods methods)
    {
        methods.OnNotification("workspace/didChangeWorkspaceFolders", static () => LspJson.Default.DidChangeWorkspaceFoldersParams, ChangeFoldersAsync);
        methods.OnNotification("workspace/didChangeWatchedFiles", static () => LspJson.Default.DidChangeWatchedFilesParams, ChangeFilesAsync);
        methods.OnNotification("workspace/didChangeConfiguration", static () => LspJson.Default.DidChangeConfigurationParams, ChangeConfigurationAsync);
        methods.OnNotification("ultimateCopilot/didChangeTrust", static () => LspJson.Default.DidChangeTrustParams, ChangeTrustAsync);
    }

    /// <summary>Asks the client for the settings, where it can be asked, and puts them in force.</summary>
    public async Task LoadSettingsAsync(JsonElement? pushed, CancellationToken cancellation)
    {
        if (session.Client.GivesConfiguration)
        {
            var folders = session.Folders.All;
            ConfigurationItem[] items =
            [
                new ConfigurationItem { Section = SettingsReader.Section },
                .. folders.Select(folder => new ConfigurationItem { Section = SettingsReader.Section, ScopeUri = folder.Uri }),
            ];
            var answers = await session.Connection.RequestAsync(
                "workspace/configuration", new ConfigurationParams(items), LspJson.Default.ConfigurationParams, LspJson.Default.IReadOnlyListJsonElement, cancellation) ?? [];
            var read = answers.Select(answer => SettingsReader.Read(answer, session.Log.Warning)).ToList();
            session.Settings.Set(
                read.Count > 0 ? read[0] : new UserSettings(),
                [.. folders.Zip(read.Skip(1), static (folder, settings) => (folder.Uri, settings))]);
        }
        else
        {
            session.Settings.Set(SettingsReader.Read(pushed, session.Log.Warning), []);
        }

        await ApplyAsync();
    }

    /// <summary>Lets toolchains run, or not, by trust and settings; then checks what is open again.</summary>
    public async ValueTask ApplyAsync()
    {
        if (session.IsTrusted)
        {
            var toolchain = session.Settings.Window.Toolchain;
            await session.Engine.AllowToolchains(new ToolchainOptions
            {
                Python = toolchain.Python,
                Timeout = TimeSpan.FromMilliseconds(Math.Clamp(toolchain.Timeout, 100, 60_000)),
                MemoryLimit = (long)Math.Clamp(toolchain.Memory, 64, 16_384) << 20,
            });
        }
        else
        {
            await session.Engine.ForbidToolchains();
        }

        foreach (var document in session.Documents.Values)
        {
            document.Recheck();
        }

        publisher.AskToPullAgain();
        await SendStatusAsync();
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

    private async ValueTask ChangeFoldersAsync(DidChangeWorkspaceFoldersParams parameters, CancellationToken cancellation)
    {
        session.Folders.Change(parameters.Event);
        foreach (var uri in publisher.Unopened)
        {
            if (parameters.Event.Removed.Any(folder => uri.StartsWith(folder.Uri.TrimEnd('/') + "/", StringComparison.Ordinal)))
            {
                await publisher.PublishUnopenedAsync(uri, []);
            }
        }

        await LoadSettingsAsync(pushed: null, cancellation);
    }

    private async ValueTask ChangeFilesAsync(DidChangeWatchedFilesParams parameters, CancellationToken cancellation)
    {
        foreach (var change in parameters.Changes)
        {
            // Only what is shown already is kept right; finding new mistakes in closed files is for a check of the workspace.
            if (!session.Pulls && publisher.Unopened.Contains(change.Uri))
            {
                var now = change.Type == FileChangeType.Deleted ? [] : await workspace.CheckFileAsync(change.Uri, cancellation);
                await publisher.PublishUnopenedAsync(change.Uri, now);
            }
        }

        publisher.AskToPullAgain();
    }

    private async ValueTask ChangeConfigurationAsync(DidChangeConfigurationParams parameters, CancellationToken cancellation) =>
        await LoadSettingsAsync(parameters.Settings, cancellation);

    private async ValueTask ChangeTrustAsync(DidChangeTrustParams parameters, CancellationToken cancellation)
    {
        if (parameters.Trusted != session.IsTrusted)
        {
            session.IsTrusted = parameters.Trusted;
            session.Log.Info(parameters.Trusted ? "The workspace is trusted now." : "The workspace is not trusted any more.");
            await ApplyAsync();
        }
    }
}
