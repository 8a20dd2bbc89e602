namespace UltimateCopilot.Rpc;

/// <summary>The limits and hooks of a <see cref="RpcConnection"/>. Hooks are called on any thread and must not block.</summary>
public sealed partial class RpcOptions
{
    /// <summary>The largest message body that is taken, in bytes. A larger one is skipped unread and answered with an error.</summary>
    /// <value>64 MiB by default, at most 1 GiB.</value>
    public int MaxMessageBytes { get; init; } = 64 << 20;

    /// <summary>
    /// How many bytes may wait for the peer to read them. Beyond it senders are suspended. A single larger message still goes out, alone.
    /// </summary>
    /// <value>16 MiB by default.</value>
    public int MaxOutgoingBytes { get; init; } = 16 << 20;

    /// <summary>How many bytes of received messages may wait for a state-changing handler. Beyond it reading pauses.</summary>
    /// <value>64 MiB by default.</value>
    public int MaxWaitingBytes { get; init; } = 64 << 20;

    /// <summary>How many concurrent requests may run. The next one, and all messages after it, wait for a place.</summary>
    /// <value>1024 by default.</value>
    public int MaxConcurrentRequests { get; init; } = 1024;

    /// <summary>
    /// How long running handlers may finish after the input has ended, and again how long cancelled handlers and queued messages may
    /// take. What takes longer is abandoned.
    /// </summary>
    /// <value>5 seconds by default.</value>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Measures <see cref="DrainTimeout"/>.</summary>
    /// <value>The system's clock by default.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Refuses methods by the program's state: given the method and whether it is a request, it returns the error to answer with, or
    /// null to let it pass. Asked when the message's turn comes, for unknown methods too. A refused notification is dropped.
    /// </summary>
    /// <value>Nothing is refused by default.</value>
    public Func<string, bool, RpcException?>? Gate { get; init; }

    /// <summary>Is told each message and mishap.</summary>
    /// <value>Nobody by default.</value>
    public Action<RpcTraceEvent>? Trace { get; init; }

    /// <summary>
    /// Is told the method and the exception when a handler fails in a way it did not declare by <see cref="RpcException"/>, and when a
    /// notification fails at all, since nobody else would learn of it.
    /// </summary>
    /// <value>Nobody by default.</value>
    public Action<string, Exception>? OnError { get; init; }
}
