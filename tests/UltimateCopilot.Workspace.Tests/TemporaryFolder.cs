namespace UltimateCopilot.Workspace.Tests;

/// <summary>A real folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("uc-workspace-").FullName;

    public string At(string relative) => System.IO.Path.Join(Path, relative);

    public string Write(string relative, string content = "x") => Write(relative, System.Text.Encoding.UTF8.GetBytes(content));

    public string Write(string relative, ReadOnlySpan<byte> content)
    {
        var file = At(relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file) ?? Path);
        File.WriteAllBytes(file, content);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
