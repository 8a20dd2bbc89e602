using UltimateCopilot.Settings;

namespace UltimateCopilot.Lsp.Workspace;

/// <summary>The settings in force: those of the window, and those of each workspace folder where the client tells them apart.</summary>
internal sealed class SettingsStore
{
    private volatile Snapshot _snapshot = new(new UserSettings(), []);

    /// <summary>The settings that belong to no folder.</summary>
    public UserSettings Window => _snapshot.Window;

    /// <summary>The settings for a document: those of the innermost folder around it.</summary>
    public UserSettings For(string uri)
    {
        var (window, folders) = _snapshot;
        var best = window;
        var length = -1;
        foreach (var (folder, settings) in folders)
        {
            if (folder.Length > length && uri.StartsWith(folder, StringComparison.Ordinal) && (uri.Length == folder.Length || uri[folder.Length] == '/' || folder.EndsWith('/')))
            {
                (best, length) = (settings, folder.Length);
            }
        }

        return best;
    }

    public void Set(UserSettings window, IReadOnlyList<(string FolderUri, UserSettings Settings)> folders) => _snapshot = new Snapshot(window, folders);

    private sealed record Snapshot(UserSettings Window, IReadOnlyList<(string FolderUri, UserSettings Settings)> Folders);
}
