namespace UltimateCopilot.Cli.Check;

/// <summary>Reads a list of paths.</summary>
internal static class PathList
{
    /// <summary>The paths that a file lists; those of standard input where its name is <c>-</c>.</summary>
    /// <exception cref="CliException">The list cannot be read.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(string file, CliContext context, CancellationToken cancellation)
    {
        try
        {
            await using var stream = file == "-" ? context.Input : File.OpenRead(Path.GetFullPath(file, context.Folder));
            using var reader = new StreamReader(stream); // a mark at its start decides on the encoding
            return Split(await reader.ReadToEndAsync(cancellation).WaitAsync(cancellation));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(CliErrors.UnreadableList, $"the list '{file}' cannot be read: {e.Message} Check the name given by '--files-from'.");
        }
    }

    /// <summary>Names may hold any character but NUL, so that a NUL tells what separates them.</summary>
    private static IReadOnlyList<string> Split(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? text.Split('\0', StringSplitOptions.RemoveEmptyEntries)
        : [.. text.Split('\n').Select(static line => line.TrimEnd('\r')).Where(static line => line.Length > 0)];
}
