using System.Buffers;

namespace UltimateCopilot.Rpc.Framing;

/// <summary>Cuts a stream of bytes into message bodies.</summary>
/// <remarks>
/// A header line inside a body that is still incomplete proves that the stated length was a lie (see <see cref="HeaderScan"/>): the body
/// is given up at once and the message behind it is not lost. For the same reason an oversized body needs no counting: the next header
/// ends it, and nothing of it is kept.
/// </remarks>
internal sealed class FrameParser(int maxMessageBytes)
{
    /// <summary>How much of an oversized body is shown, so that its id can be found.</summary>
    private const int PeekBytes = 1024;

    private State _state;

    /// <summary>The length that the last header stated.</summary>
    private long _length;

    /// <summary>How much of the incomplete body was searched for a header.</summary>
    private long _scanned;

    private enum State
    {
        Header,
        Body,
        Oversized,
        Scan,
    }

    /// <summary>Takes the next piece off the buffer. What it leaves is to be given again, with more bytes behind it.</summary>
    public FrameStatus Next(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> body)
    {
        body = default;
        while (true)
        {
            FrameStatus? status = _state switch
            {
                State.Header => ReadHeader(ref buffer),
                State.Body => ReadBody(ref buffer, out body),
                State.Oversized => PeekOversized(buffer, out body),
                _ => Scan(ref buffer),
            };
            if (status is { } done)
            {
                return done;
            }
        }
    }

    /// <summary>The last body was no JSON, so its length may have been a lie: goes on at the first header found from here.</summary>
    public void Resynchronise() => _state = State.Scan;

    private FrameStatus? ReadHeader(ref ReadOnlySequence<byte> buffer)
    {
        HeaderStatus status = HeaderBlock.Read(buffer.FirstSpan, out int size, out _length);
        if (status != HeaderStatus.Complete && !buffer.IsSingleSegment)
        {
            Span<byte> copy = stackalloc byte[(int)Math.Min(buffer.Length, HeaderBlock.MaxBytes)];
            buffer.Slice(0, copy.Length).CopyTo(copy);
            status = HeaderBlock.Read(copy, out size, out _length);
        }

        switch (status)
        {
            case HeaderStatus.Incomplete:
                return FrameStatus.NeedMore;
            case HeaderStatus.Malformed:
                // One byte less, so that the scan cannot find this very header again.
                buffer = buffer.Slice(1);
                _state = State.Scan;
                return FrameStatus.Malformed;
            default:
                buffer = buffer.Slice(size);
                _scanned = 0;
                _state = _length > maxMessageBytes ? State.Oversized : State.Body;
                return null;
        }
    }

    private FrameStatus? ReadBody(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> body)
    {
        body = default;
        if (buffer.Length >= _length)
        {
            body = buffer.Slice(0, _length);
            buffer = buffer.Slice(_length);
            _state = State.Header;
            return FrameStatus.Message;
        }

        if (!TryFindInBody(buffer, out long at))
        {
            return FrameStatus.NeedMore;
        }

        buffer = buffer.Slice(at);
        _state = State.Header;
        return FrameStatus.Malformed;
    }

    private FrameStatus? PeekOversized(ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> body)
    {
        body = default;
        if (!TryFindInBody(buffer, out long at))
        {
            at = Math.Min(PeekBytes, _length);
            if (buffer.Length < at)
            {
                return FrameStatus.NeedMore;
            }
        }

        body = buffer.Slice(0, Math.Min(at, PeekBytes));
        _state = State.Scan;
        return FrameStatus.Oversized;
    }

    private FrameStatus? Scan(ref ReadOnlySequence<byte> buffer)
    {
        if (HeaderScan.TryFind(buffer, out long at))
        {
            buffer = buffer.Slice(at);
            _state = State.Header;
            return null;
        }

        buffer = buffer.Slice(Math.Max(0, buffer.Length - HeaderScan.WindowBytes));
        return FrameStatus.NeedMore;
    }

    private bool TryFindInBody(ReadOnlySequence<byte> buffer, out long at)
    {
        long from = Math.Max(0, _scanned - HeaderScan.WindowBytes);
        _scanned = buffer.Length;
        bool found = HeaderScan.TryFind(buffer.Slice(from), out at);
        at += from;
        return found;
    }
}
