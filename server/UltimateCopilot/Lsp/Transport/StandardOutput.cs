namespace UltimateCopilot.Lsp.Transport;

/// <summary>
/// Standard output, written on the thread that asks, for the same reason as <see cref="StandardInput"/>. A client that does not read stalls
/// the one thread that writes to it; all other senders wait in the connection's queue.
/// </summary>
internal sealed class StandardOutput() : StandardStream(FileAccess.Write)
{
    public override void Write(ReadOnlySpan<byte> buffer) => Inner.Write(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Inner.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask; // nothing is held back
}
