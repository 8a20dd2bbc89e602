using System.Buffers;
using System.ComponentModel;
using System.Text;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>
/// Runs a program anew for each text, for toolchains that start so fast that nothing has to be kept running. A program that takes too
/// long, too much memory, or says too much is ended with all that it started. Safe to call from several threads.
/// </summary>
internal sealed class ProcessRunner(ToolchainProgram program, ToolchainOptions options, TimeProvider time) : IAsyncDisposable
{
    private const int LongestOutput = 1 << 20;

    /// <summary>How long the rest of the output may take once the program has ended; something that it left running may hold the pipe for ever.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromMilliseconds(500);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly int _slots = Math.Max(options.Workers, 1);
    private readonly SemaphoreSlim _free = new(Math.Max(options.Workers, 1));
    private readonly CancellationTokenSource _disposing = new();
    private readonly FailureRest _rest = new(time);

    /// <summary>Runs the program to its end.</summary>
    /// <returns>What it said, or null where it is not there, crashed, or had to be killed.</returns>
    /// <exception cref="OperationCanceledException">The token fired; the program is ended.</exception>
    public async Task<ProcessOutcome?> RunAsync(ProcessRun run, CancellationToken cancellation)
    {
        if (_rest.IsOn || _disposing.IsCancellationRequested || program.Find() is not { } path)
        {
            return null;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _disposing.Token);
        try
        {
            await _free.WaitAsync(stop.Token);
            try
            {
                var outcome = await RunOnceAsync(path, run, stop.Token);
                _rest.Note(outcome is not null);
                return outcome;
            }
            finally
            {
                _free.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null; // disposed of meanwhile
        }
    }

    /// <summary>Ends what runs.</summary>
    public async ValueTask DisposeAsync()
    {
        await _disposing.CancelAsync();
        for (var i = 0; i < _slots; i++)
        {
            await _free.WaitAsync();
        }
    }

    /// <summary>.NET tells a signal as 128 and its number, Windows a crash as a negative number; 255 is a plain "no" of some programs.</summary>
    private static bool IsCrash(int exitCode) => exitCode is < 0 or (> 128 and < 193);

    private static async Task WriteAsync(Stream stream, byte[] text, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(text, cancellation);
            await stream.DisposeAsync();
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // It reads no further: what it says counts all the same.
        }
    }

    private static async Task ReadAsync(Stream stream, ArrayBufferWriter<byte> target, CancellationTokenSource limit)
    {
        try
        {
            while (await stream.ReadAsync(target.GetMemory(8192), limit.Token) is > 0 and var count)
            {
                target.Advance(count);
                if (target.WrittenCount > LongestOutput)
                {
                    await limit.CancelAsync();
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // What has come so far is there.
        }
    }

    private static async Task WaitForEndAsync(ChildProcess child, Task pipes, CancellationToken cancellation)
    {
        try
        {
            await child.WaitForExitAsync(cancellation);
            await pipes.WaitAsync(Drain, cancellation);
        }
        catch (Exception e) when (e is OperationCanceledException or TimeoutException)
        {
            // It is ended, or another holds its pipes.
        }
    }

    private async Task<ProcessOutcome?> RunOnceAsync(string path, ProcessRun run, CancellationToken cancellation)
    {
        try
        {
            using var folder = new PrivateFolder();
            var input = Utf8.GetBytes(run.Text);
            if (run.FileName is { } name)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder.Path, name), input, cancellation);
                input = [];
            }

            await using var child = ChildProcess.Start(new ChildCommand(path, run.Arguments) { Environment = run.Environment }, folder.Path);
            var outcome = await FollowAsync(child, input, cancellation);
            cancellation.ThrowIfCancellationRequested();
            return outcome;
        }
        catch (Exception e) when (e is IOException or Win32Exception or InvalidOperationException or UnauthorizedAccessException)
        {
            return null; // it does not start, or there is no place for the file
        }
    }

    private async Task<ProcessOutcome?> FollowAsync(ChildProcess child, byte[] input, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(options.Timeout, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timer.Token);
        var (output, error) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        var pipes = Task.WhenAll(WriteAsync(child.Input, input, limit.Token), ReadAsync(child.Output, output, limit), ReadAsync(child.Error, error, limit));
        var isFrugal = await child.WatchAsync(WaitForEndAsync(child, pipes, limit.Token), options.MemoryLimit, time);
        var isStopped = limit.IsCancellationRequested;
        await limit.CancelAsync();
        await pipes;
        var isCutOff = Math.Max(output.WrittenCount, error.WrittenCount) > LongestOutput;
        if (!isFrugal || (!isCutOff && (isStopped || IsCrash(child.ExitCode))))
        {
            return null;
        }

        return new ProcessOutcome(isCutOff ? -1 : child.ExitCode, Encoding.UTF8.GetString(output.WrittenSpan), Encoding.UTF8.GetString(error.WrittenSpan), isCutOff);
    }
}
