namespace UltimateCopilot.Lsp.Transport;

/// <summary>
/// Standard input, read on the thread that asks. The framework's own stream hands each asynchronous read to another thread and the result
/// back to a third, which costs a keystroke more than its parse does; and it brings the terminal's code along, which nobody needs here.
/// </summary>
/// <remarks>A read blocks its thread and ignores its token: whoever reads does so on a thread of its own.</remarks>
internal sealed class StandardInput() : StandardStream(FileAccess.Read)
{
    public override int Read(Span<byte> buffer) => Inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        new(Inner.Read(buffer.Span));
}
