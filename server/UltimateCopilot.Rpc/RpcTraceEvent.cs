namespace UltimateCopilot.Rpc;

/// <summary>One message or mishap, without any content, so that it can be logged at any level.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Method">The method, where the message has one.</param>
/// <param name="Id">The request's id, where the message has one.</param>
/// <param name="Bytes">The size of the message body in bytes; 0 where there is none.</param>
/// <param name="Problem">What went wrong, in a few words; only with <see cref="RpcTraceKind.Problem"/>.</param>
public readonly record struct RpcTraceEvent(RpcTraceKind Kind, string? Method, string? Id, long Bytes, string? Problem);
