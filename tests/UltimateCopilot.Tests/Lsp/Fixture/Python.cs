using System.Diagnostics;

namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>Whether this machine has the interpreter.</summary>
internal static class Python
{
    private static readonly Lazy<bool> IsThere = new(static () =>
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", "-c pass") { UseShellExecute = false });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    public static void Need() => Assume.That(IsThere.Value, "Python 3 is not on this machine.");
}
