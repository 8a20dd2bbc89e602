using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc;

public sealed partial class RpcOptions
{
    /// <summary>Tells the trace, if there is one. A hook that throws must not end the connection.</summary>
    internal void Tell(RpcTraceKind kind, string? method = null, RpcId? id = null, long bytes = 0, string? problem = null)
    {
        if (Trace is null)
        {
            return;
        }

        try
        {
            Trace(new RpcTraceEvent(kind, method, id?.ToString(), bytes, problem));
        }
        catch (Exception)
        {
            // There is nobody left to tell.
        }
    }

    /// <summary>Reports a failure, if somebody listens. A hook that throws must not end the connection.</summary>
    internal void Report(string method, Exception error)
    {
        try
        {
            OnError?.Invoke(method, error);
        }
        catch (Exception)
        {
            Tell(RpcTraceKind.Problem, method, problem: "The error hook failed.");
        }
    }

    /// <summary>Checks the limits once, when a connection starts to use them.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxMessageBytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxMessageBytes, 1 << 30);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxOutgoingBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxWaitingBytes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxConcurrentRequests);
        ArgumentOutOfRangeException.ThrowIfLessThan(DrainTimeout, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(TimeProvider);
    }
}
