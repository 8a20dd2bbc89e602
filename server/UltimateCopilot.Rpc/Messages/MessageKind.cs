namespace UltimateCopilot.Rpc.Messages;

internal enum MessageKind
{
    /// <summary>Neither JSON nor UTF-8.</summary>
    NotJson,

    /// <summary>JSON, but no message.</summary>
    Invalid,

    Request,
    Notification,
    Result,
    Error,
}
