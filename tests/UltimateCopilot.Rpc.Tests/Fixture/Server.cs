using System.Collections.Concurrent;

namespace UltimateCopilot.Rpc.Tests.Fixture;

/// <summary>A running connection with a raw peer, and what it reported.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    public Server(Action<RpcMethods>? register = null, Func<RpcOptions, RpcOptions>? configure = null, RawPeer? peer = null)
    {
        Peer = peer ?? new RawPeer();
        RpcMethods methods = new();
        methods.OnRequest("echo", static () => TestJson.Default.Note, static () => TestJson.Default.String, (note, _) => ValueTask.FromResult(note.Text));
        register?.Invoke(methods);
        Connection = new RpcConnection(Peer.Input, Peer.Output, methods, Options(configure));
        Running = Connection.RunAsync(_cancellation.Token);
    }

    public RawPeer Peer { get; }

    public RpcConnection Connection { get; }

    public RpcConnection.TestAccessor Inside => Connection.GetTestAccessor();

    public Task Running { get; }

    public ConcurrentQueue<(string Method, Exception Error)> Errors { get; } = new();

    public ConcurrentQueue<RpcTraceEvent> Traces { get; } = new();

    public void Cancel() => _cancellation.Cancel();

    /// <summary>Proves that the connection still answers; everything sent before has had its turn then.</summary>
    public async Task AssertAliveAsync()
    {
        await Peer.SendAsync(RawPeer.Request("\"alive\"", "echo", """{"text":"yes"}"""));
        Assert.That(await Peer.ReceiveAnswerAsync(), Is.EqualTo("\"alive\" \"yes\""));
    }

    public bool HasProblem(string start)
    {
        foreach (RpcTraceEvent trace in Traces)
        {
            if (trace.Kind == RpcTraceKind.Problem && trace.Problem?.StartsWith(start, StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync().Within();
        await Running.Within();
        Assert.That((Inside.PendingRequests, Inside.WaitingCalls), Is.EqualTo((0, 0)), "left over");
        _cancellation.Dispose();
    }

    private RpcOptions Options(Func<RpcOptions, RpcOptions>? configure)
    {
        RpcOptions options = new() { Trace = Traces.Enqueue, OnError = (method, error) => Errors.Enqueue((method, error)) };
        return configure?.Invoke(options) ?? options;
    }
}
