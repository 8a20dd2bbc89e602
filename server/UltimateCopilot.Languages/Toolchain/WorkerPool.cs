using System.Threading.Channels;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>
/// Lends workers to requests, and lets a toolchain rest that does not answer.
/// </summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private readonly Channel<WorkerProcess> _idle = Channel.CreateUnbounded<WorkerProcess>();
    private readonly WorkerProcess[] _all;
    private readonly FailureRest _rest;

    /// <summary>Makes a pool that starts nothing yet; <paramref name="command"/> is asked at each start, and null where the program is not there.</summary>
    public WorkerPool(Func<ChildCommand?> command, ToolchainOptions options, TimeProvider time)
    {
        _rest = new FailureRest(time);
        _all = new WorkerProcess[Math.Max(options.Workers, 1)];
        for (var i = 0; i < _all.Length; i++)
        {
            _all[i] = new WorkerProcess(command, options, time);
            _idle.Writer.TryWrite(_all[i]);
        }
    }

    /// <summary>The answer to a request; null where there is none to be had.</summary>
    /// <exception cref="OperationCanceledException">The token fired; the worker finishes in the background and is then free again.</exception>
    public async Task<string?> AskAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        if (_rest.IsOn)
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
            _rest.Note(answer is not null);
            return answer;
        }
        finally
        {
            _idle.Writer.TryWrite(worker);
        }
    }
}
