namespace UltimateCopilot.Lsp.Transport;

/// <summary>Standard input or output as a plain file, and what a stream of one direction, without positions, cannot do.</summary>
internal abstract class StandardStream(FileAccess direction) : Stream
{
    public override bool CanRead => direction == FileAccess.Read;

    public override bool CanWrite => direction == FileAccess.Write;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Without a buffer of its own: nothing is held back.</summary>
    protected FileStream Inner { get; } = new(StandardHandle.Open(direction), direction, bufferSize: 0);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
