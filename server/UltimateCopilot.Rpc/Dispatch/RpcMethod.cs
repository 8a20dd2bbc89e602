using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc.Dispatch;

/// <summary>A registered method.</summary>
internal abstract class RpcMethod(string name)
{
    public string Name { get; } = name;

    public abstract bool IsRequest { get; }

    /// <summary>Reads the parameters and makes the call that waits for its turn.</summary>
    public abstract IncomingCall Read(RpcId id, IncomingRequest? request, ReadOnlySpan<byte> parameters);
}
