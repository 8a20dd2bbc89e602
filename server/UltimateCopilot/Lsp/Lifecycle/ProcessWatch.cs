using System.Diagnostics;

namespace UltimateCopilot.Lsp.Lifecycle;

/// <summary>Notices within a second that another process has ended, so that no server outlives its editor.</summary>
internal static class ProcessWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Completes when no process of that id runs, or when the token fires.</summary>
    public static async Task WaitForEndAsync(int processId, TimeProvider time, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            do
            {
                await timer.WaitForNextTickAsync(cancellation); // first, so that nothing is looked up while the client waits for its answer
            }
            while (IsRunning(processId));
        }
        catch (OperationCanceledException)
        {
            // Nobody wants to know any more.
        }
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            if (OperatingSystem.IsLinux() && IsZombie(processId))
            {
                return false;
            }

            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return true; // it is there, and someone else's
        }
    }

    /// <summary>Ended, but nobody has asked for its exit code: the state behind the name in parentheses.</summary>
    private static bool IsZombie(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            return stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart().StartsWith("Z");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
