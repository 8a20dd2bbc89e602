namespace UltimateCopilot.Languages.Tests.Toolchain;

/// <summary>A shell script in the place of a real program, gone when it is disposed of.</summary>
internal sealed class FakeProgram : IDisposable
{
    public FakeProgram(string script)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("needs a shell");
            return;
        }

        File.WriteAllText(Path, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

    public void Dispose() => File.Delete(Path);
}
