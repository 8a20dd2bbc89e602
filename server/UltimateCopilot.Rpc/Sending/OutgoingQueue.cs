using System.IO.Pipelines;

namespace UltimateCopilot.Rpc.Sending;

/// <summary>Messages on their way to the peer, in the order of sending, bounded in bytes.</summary>
/// <remarks>
/// A message either enters the queue at once or its sender is suspended; suspended senders enter in their order, and a cancelled one
/// leaves without a trace. There is no writing task: who sends into an idle queue writes, and everything that is queued meanwhile goes out
/// with the next flush, from the thread pool.
/// </remarks>
internal sealed partial class OutgoingQueue
{
    private const int MaxIdleFrames = 16;
    private const int PipeBlockBytes = 32 << 10;

    private readonly Lock _lock = new();
    private readonly PipeWriter _pipe;
    private readonly int _maxBytes;
    private readonly Action _onBroken;

    /// <summary>Frames within the limit. Guarded by the lock.</summary>
    private readonly Queue<OutgoingFrame> _ready = new();

    /// <summary>Senders beyond the limit. Guarded by the lock.</summary>
    private readonly LinkedList<SuspendedSender> _suspended = new();

    /// <summary>Frames to use again. Guarded by the lock.</summary>
    private readonly Stack<OutgoingFrame> _idle = new();

    /// <summary>Bytes in the queue and in the flush that is under way. Guarded by the lock.</summary>
    private long _bytes;

    /// <summary>Somebody writes. Guarded by the lock.</summary>
    private bool _isWriting;

    /// <summary>No more messages are taken. Guarded by the lock.</summary>
    private bool _isClosed;

    /// <summary>Ends when the queue is closed and empty. Guarded by the lock.</summary>
    private TaskCompletionSource? _flushed;

    public OutgoingQueue(Stream output, int maxBytes, Action onBroken)
    {
        _pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(minimumBufferSize: PipeBlockBytes, leaveOpen: true));
        _maxBytes = maxBytes;
        _onBroken = onBroken;
    }

    public (long Bytes, int Suspended) Load
    {
        get
        {
            lock (_lock)
            {
                return (_bytes, _suspended.Count);
            }
        }
    }

    public OutgoingFrame Rent()
    {
        OutgoingFrame? frame;
        lock (_lock)
        {
            _idle.TryPop(out frame);
        }

        frame ??= new OutgoingFrame();
        frame.Begin();
        return frame;
    }

    public void Return(OutgoingFrame frame)
    {
        frame.Release();
        lock (_lock)
        {
            if (_idle.Count < MaxIdleFrames)
            {
                _idle.Push(frame);
            }
        }
    }

    /// <summary>Queues the frame, which the queue owns from now on. Waits for room only when there is none.</summary>
    public ValueTask SendAsync(OutgoingFrame frame, CancellationToken cancellation)
    {
        LinkedListNode<SuspendedSender>? node = null;
        bool isClosed;
        bool writes = false;
        lock (_lock)
        {
            isClosed = _isClosed;
            if (!isClosed && _suspended.Count == 0 && HasRoomFor(frame))
            {
                Enqueue(frame);
                writes = !_isWriting;
                _isWriting = true;
            }
            else if (!isClosed)
            {
                node = _suspended.AddLast(new SuspendedSender(frame));
            }
        }

        if (isClosed)
        {
            Return(frame);
            return ValueTask.FromException(new RpcConnectionLostException());
        }

        if (writes)
        {
            _ = WriteAsync();
        }

        return node is null ? ValueTask.CompletedTask : new ValueTask(WaitForRoomAsync(node, cancellation));
    }

    /// <summary>Takes no more messages; ends when the queued ones are written, or can never be.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _isClosed = true;
            _flushed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (!_isWriting)
            {
                _flushed.TrySetResult();
            }

            return _flushed.Task;
        }
    }

    /// <summary>Gives up what is not written yet.</summary>
    public void Abort()
    {
        SuspendedSender[] suspended;
        bool isIdle;
        lock (_lock)
        {
            _isClosed = true;
            isIdle = !_isWriting;
            suspended = [.. _suspended];
            _suspended.Clear();
            while (_ready.TryDequeue(out OutgoingFrame? frame))
            {
                _bytes -= frame.Length;
                frame.Release();
            }
        }

        foreach (SuspendedSender sender in suspended)
        {
            Return(sender.Frame);
            sender.TrySetException(new RpcConnectionLostException());
        }

        if (isIdle)
        {
            // With an error, since completion without one would write, and block on, what is left.
            _pipe.Complete(new RpcConnectionLostException());
            return;
        }

        try
        {
            _pipe.CancelPendingFlush();
        }
        catch (ObjectDisposedException)
        {
            // The flush failed by itself at this very moment.
        }
    }

    private bool HasRoomFor(OutgoingFrame frame) => _bytes == 0 || _bytes + frame.Length <= _maxBytes;

    private void Enqueue(OutgoingFrame frame)
    {
        _ready.Enqueue(frame);
        _bytes += frame.Length;
    }

    private async Task WaitForRoomAsync(LinkedListNode<SuspendedSender> node, CancellationToken cancellation)
    {
        using CancellationTokenRegistration registration = cancellation.UnsafeRegister(
            (_, token) => Withdraw(node, token),
            null);
        await node.Value.Task;
    }

    private void Withdraw(LinkedListNode<SuspendedSender> node, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (node.List is null)
            {
                return;
            }

            _suspended.Remove(node);
        }

        Return(node.Value.Frame);
        node.Value.TrySetCanceled(cancellation);
    }
}
