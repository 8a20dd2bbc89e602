using UltimateCopilot.Lsp.Protocol;

namespace UltimateCopilot.Lsp.Workspace;

/// <summary>The folders the client has open. Replaced as a whole, so that readers keep a consistent list.</summary>
internal sealed class WorkspaceFolders
{
    private volatile WorkspaceFolder[] _folders = [];

    public IReadOnlyList<WorkspaceFolder> All => _folders;

    public void Set(List<WorkspaceFolder> folders) => _folders = [.. folders];

    public void Change(WorkspaceFoldersChangeEvent change)
    {
        var gone = change.Removed.Concat(change.Added).Select(static folder => folder.Uri).ToHashSet(StringComparer.Ordinal);
        _folders = [.. _folders.Where(folder => !gone.Contains(folder.Uri)), .. change.Added];
    }

    /// <summary>Whether a file, by its canonical URI, lies in one of the folders.</summary>
    public bool Hold(string uri) => Array.Exists(_folders, folder => FileUri.IsWithin(uri, FileUri.Canonical(folder.Uri)));
}
