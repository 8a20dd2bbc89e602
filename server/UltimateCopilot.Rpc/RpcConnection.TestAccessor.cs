namespace UltimateCopilot.Rpc;

public sealed partial class RpcConnection
{
    internal TestAccessor GetTestAccessor() => new(this);

    /// <summary>What tests may see of the inside.</summary>
    internal readonly struct TestAccessor(RpcConnection connection)
    {
        public int RequestsInFlight => connection._requests.Count;

        public int PendingRequests => connection._pending.Count;

        public int WaitingCalls => connection._dispatcher.WaitingCount;

        public int RunningCalls => connection._runner.Running.Count;

        public (long Bytes, int Suspended) Outgoing => connection._outgoing.Load;
    }
}
