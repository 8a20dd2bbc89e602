namespace UltimateCopilot.Tests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution, found upwards from the test's own.</summary>
    public static string Root { get; } = Find(TestContext.CurrentContext.TestDirectory);

    private static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "UltimateCopilot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No UltimateCopilot.sln above {start}.");
    }
}
