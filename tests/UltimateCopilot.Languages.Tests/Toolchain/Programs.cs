namespace UltimateCopilot.Languages.Tests.Toolchain;

/// <summary>The real programs that tests use where the machine has them.</summary>
internal static class Programs
{
    /// <summary>Skips the test where none of the names is on the path.</summary>
    public static void Require(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        string[] endings = OperatingSystem.IsWindows() ? [".exe"] : [string.Empty];
        if (!names.Any(name => folders.Any(folder => endings.Any(ending => File.Exists(Path.Combine(folder, name + ending))))))
        {
            Assert.Ignore($"{string.Join(" and ", names)} not on the path");
        }
    }
}
