using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace UltimateCopilot.Workspace.Tests;

/// <summary>The real git, without anything that this machine's user told it.</summary>
internal static class Git
{
    public static void Init(string folder)
    {
        Run(folder, "", "init", "-q");
        // A template may come with rules of its own.
        File.Delete(Path.Join(folder, ".git", "info", "exclude"));
    }

    /// <summary>Which of the paths, relative to the repository, git ignores.</summary>
    public static HashSet<string> Ignored(string folder, IEnumerable<string> paths) =>
        [.. Run(folder, string.Join('\0', paths) + '\0', "check-ignore", "--no-index", "-z", "--stdin").Split('\0', StringSplitOptions.RemoveEmptyEntries)];

    private static string Run(string folder, string input, params string[] arguments)
    {
        var info = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_NOSYSTEM"] = "1" },
        };
        try
        {
            using var git = Process.Start(info) ?? throw new InvalidOperationException("git did not start");
            git.StandardInput.Write(input);
            git.StandardInput.Close();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            Assert.That(git.ExitCode, Is.LessThanOrEqualTo(1));
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("git is not on this machine");
            throw;
        }
    }
}
