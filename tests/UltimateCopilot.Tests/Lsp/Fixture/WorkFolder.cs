using UltimateCopilot.Lsp.Workspace;

namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>A folder on disk for one test.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder(string name = "work")
    {
        Path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("uc-lsp-").FullName, name);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string Uri => FileUri.FromPath(Path);

    public string UriOf(string name) => FileUri.FromPath(PathOf(name));

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and returns its URI.</summary>
    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return UriOf(name);
    }

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
