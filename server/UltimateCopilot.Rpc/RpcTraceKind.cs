namespace UltimateCopilot.Rpc;

/// <summary>What a <see cref="RpcTraceEvent"/> tells.</summary>
public enum RpcTraceKind
{
    /// <summary>The peer asks.</summary>
    RequestReceived,

    /// <summary>The peer tells.</summary>
    NotificationReceived,

    /// <summary>The peer answers.</summary>
    AnswerReceived,

    /// <summary>This side asks.</summary>
    RequestSent,

    /// <summary>This side tells.</summary>
    NotificationSent,

    /// <summary>This side answers.</summary>
    AnswerSent,

    /// <summary>Something was ignored, refused or lost; <see cref="RpcTraceEvent.Problem"/> says what.</summary>
    Problem,

    /// <summary>The connection has ended.</summary>
    Closed,
}
