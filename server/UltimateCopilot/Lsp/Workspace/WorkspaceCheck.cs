using UltimateCopilot.Checks;
using UltimateCopilot.Lsp.Diagnostics;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Workspace.Walking;

namespace UltimateCopilot.Lsp.Workspace;

/// <summary>Checks the files of the workspace that are not open; open ones are checked while they are edited.</summary>
internal sealed class WorkspaceCheck(LspSession session, TimeProvider time)
{
    /// <summary>Each file of each folder with its diagnostics, open ones left out.</summary>
    public async IAsyncEnumerable<(string Uri, IReadOnlyList<Diagnostic> Diagnostics)> RunAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var folder in session.Folders.All)
        {
            if (FileUri.ToPath(folder.Uri) is not { } path || session.DeepestLayer(folder.Uri) is not { } deepest)
            {
                continue;
            }

            var options = new WalkOptions { Exclude = session.Settings.For(folder.Uri).Workspace.Exclude };
            await foreach (var item in new FolderCheck(session.Engine, time, options, deepest).RunAsync([path], cancellation))
            {
                if (item is FileCheck check && FileUri.FromPath(check.Path) is var uri && !session.Documents.ContainsKey(uri))
                {
                    yield return (uri, ToDiagnostics(check, uri));
                }
            }
        }
    }

    /// <summary>The diagnostics of one file on disk; none where it is gone, of no known language, or checking is off.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CheckFileAsync(string uri, CancellationToken cancellation)
    {
        await Task.Yield(); // the messages behind the request need not wait for the disk
        if (FileUri.ToPath(uri) is not { } path || session.DeepestLayer(uri) is not { } deepest)
        {
            return [];
        }

        var check = await new FolderCheck(session.Engine, time, WalkOptions.Default, deepest).CheckFileAsync(path, isNamed: true, cancellation);
        return check is FileCheck found ? ToDiagnostics(found, uri) : [];
    }

    private IReadOnlyList<Diagnostic> ToDiagnostics(FileCheck check, string uri) =>
        DiagnosticMapping.ToDiagnostics(check.Findings, check.Text, uri, session.Encoding, session.Client.ShowsRelatedInformation);
}
