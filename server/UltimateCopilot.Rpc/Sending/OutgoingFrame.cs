using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace UltimateCopilot.Rpc.Sending;

/// <summary>One message with its header, in one pooled piece of memory.</summary>
/// <remarks>The body is written behind a gap, and then the header, which states the body's length, into the gap: no copy.</remarks>
internal sealed class OutgoingFrame : IBufferWriter<byte>
{
    private const int Gap = 40;
    private const int InitialBytes = 1024;

    private byte[] _bytes = [];
    private int _start;
    private int _end;

    public OutgoingFrame() => Writer = new Utf8JsonWriter(this, new JsonWriterOptions
    {
        SkipValidation = true,
        // The text goes to a program, never into a web page: no need to escape what only HTML minds.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public Utf8JsonWriter Writer { get; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(_start, _end - _start);

    public int Length => _end - _start;

    public int BodyLength => _end - Gap;

    /// <summary>Makes the frame ready for a new message.</summary>
    public void Begin()
    {
        if (_bytes.Length == 0)
        {
            _bytes = ArrayPool<byte>.Shared.Rent(InitialBytes);
        }

        _end = Gap;
        Writer.Reset(this);
    }

    /// <summary>Ends the body and puts the header in front of it.</summary>
    public void Complete()
    {
        Writer.Flush();
        ReadOnlySpan<byte> name = "Content-Length: "u8;
        Span<byte> digits = stackalloc byte[10];
        Utf8Formatter.TryFormat(BodyLength, digits, out int count);
        _start = Gap - name.Length - count - 4;
        Span<byte> header = _bytes.AsSpan(_start, Gap - _start);
        name.CopyTo(header);
        digits[..count].CopyTo(header[name.Length..]);
        "\r\n\r\n"u8.CopyTo(header[^4..]);
    }

    /// <summary>Gives the memory back; the frame may begin again later.</summary>
    public void Release()
    {
        byte[] bytes = _bytes;
        _bytes = [];
        _start = _end = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    void IBufferWriter<byte>.Advance(int count) => _end += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Ensure(sizeHint);
        return _bytes.AsMemory(_end);
    }

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint)
    {
        Ensure(sizeHint);
        return _bytes.AsSpan(_end);
    }

    private void Ensure(int sizeHint)
    {
        int needed = checked(_end + Math.Max(sizeHint, 256));
        if (needed <= _bytes.Length)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _bytes.Length)));
        _bytes.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
