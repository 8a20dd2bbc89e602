using System.IO.Enumeration;

namespace UltimateCopilot.Workspace.Walking;

/// <summary>Reads one folder, in an order that does not depend on the file system.</summary>
internal static class FolderListing
{
    private static readonly EnumerationOptions All = new() { AttributesToSkip = 0, IgnoreInaccessible = false, RecurseSubdirectories = false };

    /// <summary>Fills <paramref name="entries"/>, sorted by name; gives what is in the way, if anything.</summary>
    public static PathProblem? Read(string folder, List<FolderEntry> entries)
    {
        entries.Clear();
        try
        {
            entries.AddRange(new FileSystemEnumerable<FolderEntry>(folder, Make, All));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem(e);
        }

        entries.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return null;
    }

    /// <summary>What an exception of the file system says.</summary>
    public static PathProblem Problem(Exception exception) => exception switch
    {
        UnauthorizedAccessException => PathProblem.NoPermission,
        DirectoryNotFoundException or FileNotFoundException => PathProblem.NotFound,
        PathTooLongException => PathProblem.TooLong,
        _ => PathProblem.Failed,
    };

    private static FolderEntry Make(ref FileSystemEntry entry) =>
        new(entry.FileName.ToString(), entry.IsDirectory, entry.Attributes.HasFlag(FileAttributes.ReparsePoint));
}
