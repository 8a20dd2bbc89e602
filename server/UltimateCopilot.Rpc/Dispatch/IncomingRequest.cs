using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc.Dispatch;

/// <summary>A request of the peer that is not answered yet, and the source of its handler's token in one object.</summary>
/// <remarks>Never disposed: it has no timer and no wait handle, and a late cancellation must stay harmless.</remarks>
internal sealed class IncomingRequest(RpcId id) : CancellationTokenSource
{
    public RpcId Id { get; } = id;

    /// <summary>The peer, not the end of the connection, cancelled it.</summary>
    public bool IsCancelledByPeer { get; private set; }

    public void Withdraw(bool byPeer)
    {
        IsCancelledByPeer |= byPeer;
        // What the handler registered runs on the thread pool, not in the reading loop.
        _ = CancelAsync();
    }
}
