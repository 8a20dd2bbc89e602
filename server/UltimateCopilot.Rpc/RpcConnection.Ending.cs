namespace UltimateCopilot.Rpc;

public sealed partial class RpcConnection
{
    /// <summary>
    /// Ends the connection: stops reading, cancels running handlers, fails requests that wait for the peer, and sends what is queued, all
    /// within <see cref="RpcOptions.DrainTimeout"/>. Calling it again returns the same task.
    /// </summary>
    /// <remarks>
    /// A handler must not await it, since it waits for the handler; a handler that ends the connection lets the token of
    /// <see cref="RunAsync"/> fire instead.
    /// </remarks>
    public Task ShutdownAsync()
    {
        Stop();
        return EndAsync();
    }

    /// <inheritdoc cref="ShutdownAsync"/>
    public ValueTask DisposeAsync() => new(ShutdownAsync());

    private void Stop()
    {
        _ = _stop.CancelAsync();
        _requests.CancelAll();
        _stopped.TrySetResult();
    }

    private Task EndAsync()
    {
        lock (_lock)
        {
            // On the thread pool: nothing of it may run under the lock.
            return _ending ??= Task.Run(EndOnceAsync);
        }
    }

    private async Task EndOnceAsync()
    {
        // Nobody reads answers any more.
        _pending.Lose();
        if (!_stop.IsCancellationRequested)
        {
            await WaitAsync(Task.WhenAny(_runner.Running.WhenIdleAsync(), _stopped.Task));
            Stop();
        }

        await WaitAsync(LeaveAsync());
        _outgoing.Abort();
        _options.Tell(RpcTraceKind.Closed);
    }

    /// <summary>Waits for cancelled handlers, then for their last words to be written.</summary>
    private async Task LeaveAsync()
    {
        await _runner.Running.WhenIdleAsync();
        await _outgoing.CloseAsync();
    }

    /// <summary>Waits no longer than the deadline: what a peer or a handler holds up is abandoned.</summary>
    private async Task WaitAsync(Task task)
    {
        using CancellationTokenSource deadline = new(_options.DrainTimeout, _options.TimeProvider);
        await task.WaitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
