using UltimateCopilot.Lsp.Protocol;

namespace UltimateCopilot.Lsp.Workspace;

/// <summary>The folders the client has open. Replaced as a whole, so that readers keep a consistent list.</summary>
internal sealed class WorkspaceFolders
{
    private volatile WorkspaceFolder[] _folders = [];

    public IReadOnlyList<WorkspaceFolder> All => _folders;

    /// <summary>Paths of the folders that are on this machine's disk.</summary>
    public IReadOnlyList<string> Paths => [.. _folders.Select(folder => FileUri.ToPath(folder.Uri)).OfType<string>()];

    public void Set(IEnumerable<WorkspaceFolder> folders) => _folders = [.. folders];

    public void Change(WorkspaceFoldersChangeEvent change) =>
        _folders = [.. _folders.Where(folder => !change.Removed.Any(removed => removed.Uri == folder.Uri)), .. change.Added];
}
