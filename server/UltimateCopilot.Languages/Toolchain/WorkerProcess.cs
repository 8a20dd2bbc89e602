using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>
/// A long-lived child process that answers one request at a time. A request is a line with its length in bytes and then that many
/// bytes; the answer is one line. A process that takes too long, too much memory, or answers too much is killed; the next request
/// starts another.
/// </summary>
internal sealed class WorkerProcess(string program, IReadOnlyList<string> arguments, ToolchainOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int LongestAnswer = 1 << 20;
    private static readonly TimeSpan MemoryPoll = TimeSpan.FromMilliseconds(50);

    private readonly byte[] _answer = new byte[64 * 1024];
    private Process? _process;
    private volatile bool _isDisposed;

    /// <summary>Sends <paramref name="request"/> and waits for the answer.</summary>
    /// <returns>The answer's line, or null where the process could not be started, died, or had to be killed.</returns>
    public async Task<string?> AskAsync(ReadOnlyMemory<byte> request)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        try
        {
            var process = _process is { HasExited: false } running ? running : _process = Start();
            if (_isDisposed)
            {
                await StopAsync(); // no process outlives the pool, also not one that was just being started
                return null;
            }

            var answer = ExchangeAsync(process, request, limit.Token);
            while (await Task.WhenAny(answer, Task.Delay(MemoryPoll, time, CancellationToken.None)) != answer)
            {
                process.Refresh();
                if (process.HasExited || process.WorkingSet64 > options.MemoryLimit)
                {
                    await limit.CancelAsync();
                }
            }

            if (await answer is { } line)
            {
                return line;
            }
        }
        catch (Exception e) when (e is IOException or Win32Exception or InvalidOperationException or OperationCanceledException)
        {
            // Not there, died, or out of time: no verdict.
        }

        await StopAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await StopAsync();
    }

    private static async Task<string?> ReadLineAsync(Stream stream, byte[] buffer, CancellationToken cancellation)
    {
        var line = new ArrayBufferWriter<byte>();
        while (line.WrittenCount < LongestAnswer)
        {
            var count = await stream.ReadAsync(buffer, cancellation);
            if (count == 0)
            {
                return null;
            }

            if (buffer[count - 1] == '\n')
            {
                line.Write(buffer.AsSpan(0, count - 1));
                return Encoding.UTF8.GetString(line.WrittenSpan);
            }

            line.Write(buffer.AsSpan(0, count));
        }

        return null; // floods
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetTempPath(), // nothing of the workspace is found by accident
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        process.ErrorDataReceived += static (_, _) => { }; // read and dropped, so that it never blocks on a full pipe
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<string?> ExchangeAsync(Process process, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        var input = process.StandardInput.BaseStream;
        var head = Encoding.ASCII.GetBytes(request.Length.ToString(CultureInfo.InvariantCulture) + "\n");
        await input.WriteAsync(head, cancellation);
        await input.WriteAsync(request, cancellation);
        await input.FlushAsync(cancellation);
        return await ReadLineAsync(process.StandardOutput.BaseStream, _answer, cancellation);
    }

    private async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is not { } process)
        {
            return;
        }

        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It was gone already.
        }

        process.Dispose();
    }
}
