namespace UltimateCopilot.Workspace.Ignoring;

/// <summary>
/// The ignore files that hold for one folder: its own and, through <c>Parent</c>, those above. A folder without its own shares the scope
/// of its parent.
/// </summary>
/// <param name="Parent">The scope of the folder above, if any.</param>
/// <param name="BaseLength">Bytes of the folder's path and the slash behind it: where the part of a path begins that rules see.</param>
/// <param name="Ignore">The folder's <c>.ignore</c>.</param>
/// <param name="GitIgnore">The folder's <c>.gitignore</c>.</param>
/// <param name="Exclude">The repository's <c>info/exclude</c>, where the folder is the root of one.</param>
/// <param name="IsRepository">Whether the folder is the root of a repository: rules of git's files above it do not hold within.</param>
internal sealed record IgnoreScope(
    IgnoreScope? Parent, int BaseLength, IgnoreFile? Ignore, IgnoreFile? GitIgnore, IgnoreFile? Exclude, bool IsRepository)
{
    /// <summary>
    /// Whether a path below the folder is ignored. A rule in <c>.ignore</c> precedes every <c>.gitignore</c>, a deeper file precedes
    /// those above, <c>info/exclude</c> comes last.
    /// </summary>
    public bool Ignores(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name, bool isFolder)
    {
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.Ignore?.Decide(path[scope.BaseLength..], name, isFolder) is { } ignored)
            {
                return ignored;
            }
        }

        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.GitIgnore?.Decide(path[scope.BaseLength..], name, isFolder) is { } ignored)
            {
                return ignored;
            }

            if (scope.IsRepository)
            {
                return scope.Exclude?.Decide(path[scope.BaseLength..], name, isFolder) ?? false;
            }
        }

        return false;
    }
}
