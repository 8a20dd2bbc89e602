using System.Buffers;
using System.IO.Pipelines;

namespace UltimateCopilot.Rpc.Sending;

internal sealed partial class OutgoingQueue
{
    /// <summary>How much is copied into the pipe for one flush.</summary>
    private const int BatchBytes = 256 << 10;

    private async Task WriteAsync()
    {
        try
        {
            do
            {
                int written = FillPipe();
                FlushResult flush = await _pipe.FlushAsync();
                if (flush.IsCanceled)
                {
                    throw new OperationCanceledException();
                }

                if (!GoesOn(written))
                {
                    return;
                }

                // The first sender has done its share; it must not be kept writing for all others.
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            }
            while (true);
        }
        catch (Exception e)
        {
            // Whatever a stream throws, the peer can no longer be reached. Completed before the queue looks idle, so that no one else does.
            await _pipe.CompleteAsync(e);
            lock (_lock)
            {
                _isClosed = true;
                _isWriting = false;
                _flushed?.TrySetResult();
            }

            Abort();
            _onBroken();
        }
    }

    /// <summary>Copies the next frames into the pipe.</summary>
    private int FillPipe()
    {
        int written = 0;
        while (written < BatchBytes)
        {
            OutgoingFrame? frame;
            lock (_lock)
            {
                if (!_ready.TryDequeue(out frame))
                {
                    break;
                }
            }

            written += frame.Length;
            _pipe.Write(frame.Memory.Span);
            Return(frame);
        }

        return written;
    }

    /// <summary>Accounts for what is written and lets suspended senders in; false when nothing is left to write.</summary>
    private bool GoesOn(int written)
    {
        lock (_lock)
        {
            _bytes -= written;
            while (_suspended.First is { } first && HasRoomFor(first.Value.Frame))
            {
                _suspended.RemoveFirst();
                Enqueue(first.Value.Frame);
                first.Value.TrySetResult();
            }

            if (_ready.Count > 0)
            {
                return true;
            }

            _isWriting = false;
            _flushed?.TrySetResult();
            return false;
        }
    }
}
