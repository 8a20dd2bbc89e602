namespace UltimateCopilot.Lsp.Transport;

/// <summary>
/// Standard input, read on the thread that asks. The framework's own stream hands each asynchronous read to another thread and the result
/// back to a third, which costs a keystroke more than its parse does.
/// </summary>
/// <remarks>A read blocks its thread and ignores its token: whoever reads does so on a thread of its own.</remarks>
internal sealed class StandardInput(Stream inner) : StandardStream
{
    public override bool CanRead => true;

    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(inner.Read(buffer.Span));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
