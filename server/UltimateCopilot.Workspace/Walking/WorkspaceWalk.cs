namespace UltimateCopilot.Workspace.Walking;

/// <summary>
/// Finds the files of a workspace: those under the given paths that git would not ignore and that are the workspace's own.
/// </summary>
/// <remarks>
/// Lazy: a folder is read when the caller gets there, so that the first file comes at once. Links are never followed unless named, so
/// that a walk ends and stays within the named paths. A named file is always given, a named folder always walked. What is left out or
/// cannot be read is reported among the items; nothing is thrown for the sake of one path. Ordered by name, files before folders.
/// </remarks>
public sealed class WorkspaceWalk(WalkOptions options)
{
    /// <summary>Makes a walk with default options.</summary>
    public WorkspaceWalk()
        : this(WalkOptions.Default)
    {
    }

    /// <summary>Walks files and folders, each at most once.</summary>
    /// <param name="paths">Files and folders; relative ones belong to the current folder.</param>
    /// <param name="cancellationToken">Ends the walk with an exception.</param>
    public IEnumerable<WalkItem> Walk(IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        // Most walks have one start, where nothing can come twice; several may overlap.
        HashSet<string>? seen = null;
        var starts = paths.Select(Path.GetFullPath).Select(Path.TrimEndingDirectorySeparator).Distinct().ToList();
        if (starts.Count > 1)
        {
            seen = new HashSet<string>(StringComparer.Ordinal);
        }

        foreach (var start in starts)
        {
            foreach (var item in WalkOne(start, cancellationToken))
            {
                if (seen is null || seen.Add(item.Path))
                {
                    yield return item;
                }
            }
        }
    }

    private IEnumerable<WalkItem> WalkOne(string start, CancellationToken cancellationToken)
    {
        if (Directory.Exists(start))
        {
            return new FolderWalk(start, options).Run(cancellationToken);
        }

        return [File.Exists(start) ? new WalkedFile(start, IsNamed: true) : new UnreadablePath(start, PathProblem.NotFound)];
    }
}
