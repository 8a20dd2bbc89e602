namespace UltimateCopilot.Languages.Toolchain;

/// <summary>
/// Where a toolchain's program is. Looked up at most once a minute: a machine without it pays nothing at a keystroke, and one that gets it
/// needs no restart.
/// </summary>
/// <param name="toolchain">Name of the toolchain, below which the options may name a program.</param>
/// <param name="candidates">Otherwise: names to look up on the path, or full paths, the best first.</param>
/// <param name="options">What a person has set.</param>
/// <param name="time">Tells how old the last look is.</param>
internal sealed class ToolchainProgram(string toolchain, IReadOnlyList<string> candidates, ToolchainOptions options, TimeProvider time)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>Endings that make a file a program; PATHEXT may name script languages besides, which only a shell can start.</summary>
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? ["", ".exe", ".com", ".cmd", ".bat"] : [""];

    private readonly Lock _lock = new();
    private string? _found;
    private long? _lookedAt;

    /// <summary>The program's full path; null where there is none.</summary>
    public string? Find()
    {
        lock (_lock)
        {
            if (_lookedAt is not { } last || time.GetElapsedTime(last) > BetweenLooks)
            {
                _found = Look();
                _lookedAt = time.GetTimestamp();
            }

            return _found;
        }
    }

    /// <summary>
    /// A program's full path. A relative path is none: what it means depends on a folder that may hold anything, as do relative folders on
    /// the path.
    /// </summary>
    private static string? Resolve(string program)
    {
        if (Path.IsPathFullyQualified(program))
        {
            return WithEnding(program);
        }

        return program.AsSpan().ContainsAny('/', '\\')
            ? null
            : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
                .Where(Path.IsPathFullyQualified).Select(folder => WithEnding(Path.Combine(folder, program))).FirstOrDefault(static path => path is not null);
    }

    private static string? WithEnding(string path) => Endings.Select(ending => path + ending).FirstOrDefault(IsProgram);

    private static bool IsProgram(string path)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        try
        {
            return File.Exists(path) && (OperatingSystem.IsWindows() ? Path.HasExtension(path) : (File.GetUnixFileMode(path) & Executable) != 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string? Look() =>
        options.Programs.TryGetValue(toolchain, out var chosen)
            ? Resolve(chosen)
            : candidates.Select(Resolve).FirstOrDefault(static path => path is not null);
}
