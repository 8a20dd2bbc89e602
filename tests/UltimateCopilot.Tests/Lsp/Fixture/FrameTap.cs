using System.Globalization;
using System.Text;
using System.Text.Json;

namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>Notes the messages that are written to a stream, with a framing of its own so that it shares no mistake with the product.</summary>
internal sealed class FrameTap(Stream inner, Action<JsonElement> onMessage) : Stream
{
    private readonly List<byte> _bytes = [];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Note(buffer.Span);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Note(buffer.AsSpan(offset, count));
        inner.Write(buffer, offset, count);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Note(ReadOnlySpan<byte> written)
    {
        _bytes.AddRange(written);
        while (TryCut(out var body))
        {
            using var document = JsonDocument.Parse(body);
            onMessage(document.RootElement.Clone());
        }
    }

    private bool TryCut(out byte[] body)
    {
        body = [];
        var bytes = _bytes.ToArray();
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var length = int.Parse(Encoding.ASCII.GetString(bytes, 0, end)["Content-Length: ".Length..], CultureInfo.InvariantCulture);
        if (bytes.Length < end + 4 + length)
        {
            return false;
        }

        body = bytes[(end + 4)..(end + 4 + length)];
        _bytes.RemoveRange(0, end + 4 + length);
        return true;
    }
}
