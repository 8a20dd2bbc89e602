namespace UltimateCopilot.Lsp.Lifecycle;

/// <summary>Where the conversation with the client stands.</summary>
internal enum ServerState
{
    /// <summary>Nothing but <c>initialize</c> and <c>exit</c> is taken.</summary>
    Starting,

    Running,

    /// <summary>After <c>shutdown</c>: nothing but <c>exit</c> is taken.</summary>
    ShutDown,
}
