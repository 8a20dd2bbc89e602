namespace UltimateCopilot.Rpc.Dispatch;

/// <summary>Gives each message its turn, in arrival order.</summary>
/// <remarks>
/// A call that completes at once runs on the reading loop, with no thread hop. When one has to wait, the reading loop goes on, so that
/// answers and cancellations still arrive, and later calls queue up behind it; whoever completes the call takes the queue from there.
/// </remarks>
internal sealed class Dispatcher(CallRunner runner, int maxWaitingBytes)
{
    /// <summary>What a queued call costs beside its message.</summary>
    private const int CallBytes = 256;

    private readonly Lock _lock = new();

    /// <summary>Calls behind the current one. Guarded by the lock.</summary>
    private readonly Queue<IncomingCall> _waiting = new();

    /// <summary>The memory of the waiting calls. Guarded by the lock.</summary>
    private long _waitingBytes;

    /// <summary>A call has its turn. Guarded by the lock.</summary>
    private bool _isBusy;

    /// <summary>The reading loop waits for room. Guarded by the lock.</summary>
    private TaskCompletionSource? _room;

    public int WaitingCount
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>
    /// Runs or queues the call; null when the next one may follow at once, else a task that ends when there is room for it. Called by
    /// the reading loop only.
    /// </summary>
    public Task? Post(IncomingCall call)
    {
        lock (_lock)
        {
            if (_isBusy)
            {
                _waiting.Enqueue(call);
                _waitingBytes += call.Bytes + CallBytes;
                if (_waitingBytes <= maxWaitingBytes)
                {
                    return null;
                }

                _room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return _room.Task;
            }

            _isBusy = true;
        }

        runner.Running.Enter();
        ValueTask turn = runner.RunAsync(call);
        if (!turn.IsCompletedSuccessfully)
        {
            _ = RunWaitingAsync(turn);
            return null;
        }

        // Only this loop queues calls, so none is waiting.
        lock (_lock)
        {
            _isBusy = false;
        }

        runner.Running.Exit();
        return null;
    }

    private async Task RunWaitingAsync(ValueTask turn)
    {
        await turn;
        while (TryTakeNext() is { } call)
        {
            await runner.RunAsync(call);
        }

        runner.Running.Exit();
    }

    private IncomingCall? TryTakeNext()
    {
        lock (_lock)
        {
            if (!_waiting.TryDequeue(out IncomingCall? call))
            {
                _isBusy = false;
                return null;
            }

            _waitingBytes -= call.Bytes + CallBytes;
            if (_waitingBytes <= maxWaitingBytes)
            {
                _room?.TrySetResult();
                _room = null;
            }

            return call;
        }
    }
}
