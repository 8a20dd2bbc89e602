namespace UltimateCopilot.Workspace.Ignoring;

/// <summary>Finds what git keeps beside a working tree.</summary>
internal static class GitFolder
{
    /// <summary>The name of the folder, or in a worktree or submodule of the file that names it.</summary>
    public const string Name = ".git";

    /// <summary>Whether a folder is the root of a working tree.</summary>
    public static bool IsRoot(string folder) => Path.Exists(Path.Join(folder, Name));

    /// <summary>The rules of <c>info/exclude</c> for the working tree at <paramref name="root"/>, which worktrees share.</summary>
    public static IgnoreFile? LoadExclude(string root, bool ignoreCase)
    {
        var git = Path.Join(root, Name);
        git = ReadPointer(git, "gitdir: ", root) ?? git;
        git = ReadPointer(Path.Join(git, "commondir"), "", git) ?? git;
        return IgnoreFile.Load(Path.Join(git, "info", "exclude"), ignoreCase);
    }

    private static string? ReadPointer(string file, string prefix, string relativeTo)
    {
        try
        {
            var info = new FileInfo(file);
            if (!info.Exists || info.Length is 0 or > 4096)
            {
                return null;
            }

            var line = File.ReadAllText(file).TrimEnd('\r', '\n');
            return line.StartsWith(prefix, StringComparison.Ordinal) ? Path.Combine(relativeTo, line[prefix.Length..]) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
