namespace UltimateCopilot.Rpc.Messages;

internal enum RpcIdKind
{
    Null,
    Number,
    Text,

    /// <summary>A number that is no 64-bit integer, kept as it was written.</summary>
    RawNumber,
}
