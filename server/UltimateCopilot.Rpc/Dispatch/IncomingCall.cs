using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc.Dispatch;

/// <summary>A received message whose turn comes.</summary>
/// <param name="method">Its method; null when the message is unreadable.</param>
/// <param name="id">Its id, for the answer.</param>
/// <param name="request">Its entry among the requests in flight; null when it is no request, or has no entry of its own.</param>
internal abstract class IncomingCall(string? method, RpcId id, IncomingRequest? request)
{
    public string? Method { get; } = method;

    public RpcId Id { get; } = id;

    public IncomingRequest? Request { get; } = request;

    /// <summary>The size of its message.</summary>
    public int Bytes { get; set; }

    /// <summary>Runs to the point where the next message may be dispatched. Never throws.</summary>
    public abstract ValueTask RunAsync(CallRunner runner);
}
