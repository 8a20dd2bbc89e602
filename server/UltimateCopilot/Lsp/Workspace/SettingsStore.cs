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
        if (folders.Count == 0)
        {
            return window;
        }

        var file = FileUri.Canonical(uri);
        var best = window;
        var length = -1;
        foreach (var (folder, settings) in folders)
        {
            if (folder.Length > length && FileUri.IsWithin(file, folder))
            {
                (best, length) = (settings, folder.Length);
            }
        }

        return best;
    }

    public void Set(UserSettings window, IEnumerable<(string FolderUri, UserSettings Settings)> folders) =>
        _snapshot = new Snapshot(window, [.. folders.Select(static entry => (FileUri.Canonical(entry.FolderUri).TrimEnd('/'), entry.Settings))]);

    private sealed record Snapshot(UserSettings Window, IReadOnlyList<(string Folder, UserSettings Settings)> Folders);
}
