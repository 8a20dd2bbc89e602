using System.Text.Json;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Rpc;
using UltimateCopilot.Settings;

namespace UltimateCopilot.Lsp.Workspace;

internal sealed partial class WorkspaceSync
{
    /// <summary>Counts the loads, of which the newest counts. Guarded by the lock.</summary>
    private int _lastLoad;

    /// <summary>Puts the settings in force that the client gives when asked, or else those it has pushed.</summary>
    public void LoadSettings(JsonElement? pushed, CancellationToken cancellation)
    {
        int load;
        lock (_lock)
        {
            load = ++_lastLoad;
        }

        _ = InBackgroundAsync(async () =>
        {
            if (session.Client.GivesConfiguration)
            {
                await AskForSettingsAsync(load, cancellation);
            }
            else if (pushed is { } settings)
            {
                PutInForce(load, [settings], []);
            }

            await ApplyAsync();
        });
    }

    private ValueTask ChangeConfiguration(DidChangeConfigurationParams parameters, CancellationToken cancellation)
    {
        LoadSettings(parameters.Settings, cancellation);
        return ValueTask.CompletedTask;
    }

    private async Task AskForSettingsAsync(int load, CancellationToken cancellation)
    {
        var folders = session.Folders.All;
        ConfigurationItem[] items =
        [
            new ConfigurationItem { Section = SettingsReader.Section },
            .. folders.Select(folder => new ConfigurationItem { Section = SettingsReader.Section, ScopeUri = folder.Uri }),
        ];
        try
        {
            var answers = await session.Connection.RequestAsync(
                "workspace/configuration", new ConfigurationParams(items), LspJson.Default.ConfigurationParams, LspJson.Default.IReadOnlyListJsonElement, cancellation);
            PutInForce(load, answers ?? [], folders);
        }
        catch (RpcException)
        {
            session.Log.Warning("UC2104: the client did not give its settings; those it gave before, or the defaults, are used.");
        }
    }

    /// <param name="load">Counts only if it is the newest.</param>
    /// <param name="sections">Of the window, then of each folder.</param>
    /// <param name="folders">The folders.</param>
    private void PutInForce(int load, IReadOnlyList<JsonElement> sections, IReadOnlyList<WorkspaceFolder> folders)
    {
        var problems = new HashSet<string>(StringComparer.Ordinal);
        var read = sections.Select(section => SettingsReader.Read(section, problem => problems.Add(problem))).ToList();
        lock (_lock)
        {
            if (load != _lastLoad)
            {
                return;
            }

            session.Settings.Set(
                read.Count > 0 ? read[0] : new UserSettings(), folders.Zip(read.Skip(1), static (folder, settings) => (folder.Uri, settings)));
        }

        foreach (var problem in problems)
        {
            session.Log.Warning(problem);
        }
    }
}
