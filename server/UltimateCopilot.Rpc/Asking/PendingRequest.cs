namespace UltimateCopilot.Rpc.Asking;

/// <summary>A request of ours that is not answered yet.</summary>
internal abstract class PendingRequest
{
    public abstract void SetResult(ReadOnlySpan<byte> json);

    public abstract void SetFailure(Exception error);

    public abstract void SetCancelled(CancellationToken cancellation);
}
