using System.Threading.Channels;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>
/// Lends workers to requests. After several requests in a row without an answer the toolchain counts as broken and is left alone
/// for a while, so that a machine without it, or with a broken one, pays nothing.
/// </summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private const int FailuresUntilRest = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly Channel<WorkerProcess> _idle = Channel.CreateUnbounded<WorkerProcess>();
    private readonly WorkerProcess[] _all;
    private readonly TimeProvider _time;
    private int _failures;
    private long _restUntil = long.MinValue;

    public WorkerPool(string program, IReadOnlyList<string> arguments, ToolchainOptions options, TimeProvider time)
    {
        _time = time;
        _all = new WorkerProcess[Math.Max(options.Workers, 1)];
        for (var i = 0; i < _all.Length; i++)
        {
            _all[i] = new WorkerProcess(program, arguments, options, time);
            _idle.Writer.TryWrite(_all[i]);
        }
    }

    /// <summary>The answer to a request; null where there is none to be had.</summary>
    /// <exception cref="OperationCanceledException">The token fired; the worker finishes in the background and is then free again.</exception>
    public async Task<string?> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        if (_time.GetTimestamp() < Volatile.Read(ref _restUntil))
        {
            return null;
        }

        WorkerProcess worker;
        try
        {
            worker = await _idle.Reader.ReadAsync(cancellation);
        }
        catch (ChannelClosedException)
        {
            return null; // disposed while the request waited
        }

        return await AskAndReturnAsync(worker, request).WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _idle.Writer.TryComplete();
        foreach (var worker in _all)
        {
            await worker.DisposeAsync();
        }
    }

    private async Task<string?> AskAndReturnAsync(WorkerProcess worker, ReadOnlyMemory<byte> request)
    {
        try
        {
            var answer = await worker.AskAsync(request);
            if (answer is not null)
            {
                Volatile.Write(ref _failures, 0);
            }
            else if (Interlocked.Increment(ref _failures) >= FailuresUntilRest)
            {
                Volatile.Write(ref _failures, 0);
                Volatile.Write(ref _restUntil, _time.GetTimestamp() + (long)(Rest.TotalSeconds * _time.TimestampFrequency));
            }

            return answer;
        }
        finally
        {
            _idle.Writer.TryWrite(worker);
        }
    }
}
