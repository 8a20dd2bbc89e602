using System.ComponentModel;
using System.Diagnostics;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>A process that we started: watched while it works, and gone with all that it started when it is disposed of.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan MemoryPoll = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;

    private ChildProcess(Process process) => _process = process;

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    public Stream Error => _process.StandardError.BaseStream;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a process in a folder that holds nothing of the workspace, so that it finds none of it by accident.</summary>
    /// <exception cref="Win32Exception">It could not be started.</exception>
    public static ChildProcess Start(ChildCommand command, string folder)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = folder,
        };
        start.Environment["LC_ALL"] = "C.UTF-8"; // messages in English, which are then read
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException("The process did not start."));
    }

    public Task WaitForExitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>Waits for <paramref name="work"/>, the exchange with this process, while the process keeps to its memory.</summary>
    /// <returns>False as soon as the process takes more than <paramref name="memoryLimit"/> bytes.</returns>
    public async Task<bool> WatchAsync(Task work, long memoryLimit, TimeProvider time)
    {
        while (await Task.WhenAny(work, Task.Delay(MemoryPoll, time, CancellationToken.None)) != work)
        {
            if (MemoryNow() > memoryLimit)
            {
                return false;
            }
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true); // looks at every process of the machine, which an ended one is not worth
                await _process.WaitForExitAsync();
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It was gone already.
        }

        _process.Dispose();
    }

    /// <summary>0 where it has ended.</summary>
    private long MemoryNow()
    {
        try
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
