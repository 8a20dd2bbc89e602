using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>
/// A long-lived child process that answers one request at a time. A request is a line with its length in bytes and then that many
/// bytes; the answer is one line. A process that takes too long, too much memory, or answers too much is killed; the next request
/// starts another.
/// </summary>
/// <param name="command">Asked at each start; null where the program is not there.</param>
/// <param name="options">What a process may use.</param>
/// <param name="time">Measures it.</param>
internal sealed class WorkerProcess(Func<ChildCommand?> command, ToolchainOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int LongestAnswer = 1 << 20;

    private readonly byte[] _answer = new byte[64 * 1024];
    private ChildProcess? _process;
    private volatile bool _isDisposed;

    /// <summary>Sends <paramref name="request"/> and waits for the answer.</summary>
    /// <returns>The answer's line, or null where the process could not be started, died, or had to be killed.</returns>
    public async Task<string?> AskAsync(ReadOnlyMemory<byte> request)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        try
        {
            if ((_process is { HasExited: false } running ? running : _process = Start(limit)) is not { } process)
            {
                return null;
            }

            if (_isDisposed)
            {
                await StopAsync(); // no process outlives the pool, also not one that was just being started
                return null;
            }

            var answer = ExchangeAsync(process, request, limit.Token);
            if (!await process.WatchAsync(answer, options.MemoryLimit, time))
            {
                await limit.CancelAsync();
            }

            if (await answer is { } line)
            {
                return line;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception or InvalidOperationException or OperationCanceledException)
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

    /// <summary>Reads and drops what comes, so that the process never blocks on a full pipe.</summary>
    private static async Task DropAsync(Stream stream)
    {
        try
        {
            await stream.CopyToAsync(Stream.Null);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process has ended.
        }
    }

    private ChildProcess? Start(CancellationTokenSource limit)
    {
        if (command() is not { } found)
        {
            return null;
        }

        limit.CancelAfter(options.Timeout + found.StartUp);
        var process = ChildProcess.Start(found, Path.GetTempPath());
        _ = DropAsync(process.Error);
        return process;
    }

    private async Task<string?> ExchangeAsync(ChildProcess process, ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        var input = process.Input;
        await input.WriteAsync(Encoding.ASCII.GetBytes(request.Length.ToString(CultureInfo.InvariantCulture) + "\n"), cancellation);
        await input.WriteAsync(request, cancellation);
        await input.FlushAsync(cancellation);
        return await ReadLineAsync(process.Output, _answer, cancellation);
    }

    private async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _process, null) is { } process)
        {
            await process.DisposeAsync();
        }
    }
}
