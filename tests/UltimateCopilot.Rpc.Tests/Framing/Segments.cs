using System.Buffers;

namespace UltimateCopilot.Rpc.Tests.Framing;

/// <summary>Makes a sequence of many small segments.</summary>
internal sealed class Segments : ReadOnlySequenceSegment<byte>
{
    public static ReadOnlySequence<byte> Of(ReadOnlyMemory<byte> bytes, int size)
    {
        Segments first = new() { Memory = bytes[..Math.Min(size, bytes.Length)] };
        Segments last = first;
        for (int start = first.Memory.Length; start < bytes.Length; start += size)
        {
            Segments next = new()
            {
                Memory = bytes[start..Math.Min(start + size, bytes.Length)],
                RunningIndex = last.RunningIndex + last.Memory.Length,
            };
            last.Next = next;
            last = next;
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }
}
