namespace UltimateCopilot.Rpc;

/// <summary>The connection ended before the message could be sent or its answer came.</summary>
public sealed class RpcConnectionLostException() : Exception("The connection to the peer has ended.");
