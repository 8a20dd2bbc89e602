namespace UltimateCopilot.Languages.Toolchain;

/// <summary>A new empty folder that nobody else may look into, gone with all that is in it when it is disposed of.</summary>
internal sealed class PrivateFolder : IDisposable
{
    /// <summary>Makes it, on Unix with the mode 0700.</summary>
    public PrivateFolder() => Path = Directory.CreateTempSubdirectory("ultimate-copilot-").FullName;

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows keeps files for a moment that a process had open; the system empties its folder for such files some day.
        }
    }
}
