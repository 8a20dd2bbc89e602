using UltimateCopilot.Rpc.Tests.Fixture;

namespace UltimateCopilot.Rpc.Tests;

[TestFixture]
internal sealed class BackPressureTests
{
    private const int MaxBytes = 10_000;

    [Test]
    public async Task Peer_StopsReading_SuspendsSendersWithinTheLimitAndLetsThemGoOn()
    {
        await using Server server = Stalled();
        List<Task> sends = await FillAsync(server, suspended: 3);
        Assert.That(server.Inside.Outgoing, Is.EqualTo((server.Inside.Outgoing.Bytes, 3)));
        Assert.That(server.Inside.Outgoing.Bytes, Is.LessThanOrEqualTo(MaxBytes));

        for (int i = 0; i < sends.Count; i++)
        {
            await server.Peer.ReceiveAsync();
        }

        await Task.WhenAll(sends).Within();
        await Limit.Until(() => server.Inside.Outgoing == (0, 0));
    }

    [Test]
    public async Task Sender_CancelledWhileSuspended_IsWithdrawn()
    {
        await using Server server = Stalled();
        List<Task> sends = await FillAsync(server, suspended: 1);
        using CancellationTokenSource source = new();
        Task note = server.Connection.NotifyAsync("withdrawn", default, RpcNothing.Type, source.Token).AsTask();
        Task asking = server.Connection.RequestAsync("withdrawn", default, RpcNothing.Type, RpcNothing.Type, source.Token);
        Assert.That(server.Inside.Outgoing.Suspended, Is.EqualTo(3));

        await source.CancelAsync();

        await Assert.ThatAsync(async () => await note.Within(), Throws.InstanceOf<OperationCanceledException>());
        await Assert.ThatAsync(async () => await asking.Within(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(server.Inside.Outgoing.Suspended, Is.EqualTo(1));
        Task last = server.Connection.NotifyAsync("last", default, RpcNothing.Type).AsTask();
        for (int i = 0; i < sends.Count; i++)
        {
            await server.Peer.ReceiveAsync();
        }

        Assert.That((await server.Peer.ReceiveAsync()).GetProperty("method").GetString(), Is.EqualTo("last"));
        await last.Within();
    }

    [Test]
    public async Task Message_LargerThanTheLimit_GoesOutAlone()
    {
        await using Server server = Stalled();
        Task sent = server.Connection.NotifyAsync("big", new Note(new string('x', 5 * MaxBytes)), TestJson.Default.Note).AsTask();
        string? text = (await server.Peer.ReceiveAsync()).GetProperty("params").GetProperty("text").GetString();
        Assert.That(text, Has.Length.EqualTo(5 * MaxBytes));
        await sent.Within();
    }

    [Test]
    public async Task Peer_NeverReads_DoesNotHangTheEnd()
    {
        Server server = Stalled();
        List<Task> sends = await FillAsync(server, suspended: 2);
        await server.Peer.SendAsync(RawPeer.Request(1, "echo", """{"text":"x"}"""));
        await server.DisposeAsync();
        foreach (Task send in sends[^2..])
        {
            await Assert.ThatAsync(async () => await send.Within(), Throws.InstanceOf<RpcConnectionLostException>());
        }

        Assert.That(server.Inside.RequestsInFlight, Is.Zero);
    }

    [Test]
    public async Task Peer_AsksWithoutReading_IsNotReadWithoutEnd()
    {
        await using Server server = new(
            configure: o => new RpcOptions
            {
                MaxOutgoingBytes = MaxBytes,
                MaxConcurrentRequests = 4,
                MaxWaitingBytes = 20_000,
                DrainTimeout = TimeSpan.FromMilliseconds(50),
            },
            peer: new RawPeer(pipeBytes: 1000));
        for (int i = 0; i < 1000; i++)
        {
            await server.Peer.SendAsync(RawPeer.Request(i, "echo", $$"""{"text":"{{new string('x', 400)}}"}"""));
        }

        // 4 run, about 20,000 bytes wait, the rest is not even parsed.
        await Limit.Until(() => server.Inside.WaitingCalls > 20);
        Assert.That(server.Inside.RequestsInFlight, Is.LessThan(150));

        for (int i = 0; i < 1000; i++)
        {
            Assert.That(await server.Peer.ReceiveAnswerAsync(), Does.EndWith("x\""));
        }
    }

    [Test]
    public async Task Handler_AwaitsAnAnswerBehindTooManyMessages_FailsInsteadOfHanging()
    {
        RpcConnection? connection = null;
        await using Server server = new(
            methods => methods.OnNotification("ask", static () => RpcNothing.Type, async (_, token) =>
                await connection!.RequestAsync("back", default, RpcNothing.Type, RpcNothing.Type, token)),
            o => new RpcOptions { MaxWaitingBytes = 5_000, OnError = o.OnError });
        connection = server.Connection;
        await server.Peer.SendAsync(RawPeer.Notification("ask"));
        for (int i = 0; i < 100; i++)
        {
            await server.Peer.SendAsync(RawPeer.Notification("$unknown"));
            await server.Peer.SendAsync(RawPeer.Request(i, "echo", """{"text":"x"}"""));
        }

        Assert.That((await server.Peer.ReceiveAsync()).GetProperty("method").GetString(), Is.EqualTo("back"));
        for (int i = 0; i < 100; i++)
        {
            Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(i + " \"x\""));
        }

        Assert.That(server.Errors.TryPeek(out (string Method, Exception Error) failure), Is.True);
        Assert.That((failure.Error as RpcException)?.Code, Is.EqualTo(RpcErrorCodes.RequestFailed));
    }

    private static Server Stalled() => new(
        configure: o => new RpcOptions { MaxOutgoingBytes = MaxBytes, DrainTimeout = TimeSpan.FromMilliseconds(50), OnError = o.OnError },
        peer: new RawPeer(pipeBytes: 1000));

    /// <summary>Sends until so many senders are suspended.</summary>
    private static async Task<List<Task>> FillAsync(Server server, int suspended)
    {
        List<Task> sends = [];
        Note note = new(new string('x', 900));
        while (sends.Count == 0 || sends[^1].IsCompleted)
        {
            sends.Add(server.Connection.NotifyAsync("n", note, TestJson.Default.Note).AsTask());
            Assert.That(sends, Has.Count.LessThan(30));
            await Task.Yield();
        }

        for (int i = 1; i < suspended; i++)
        {
            sends.Add(server.Connection.NotifyAsync("n", note, TestJson.Default.Note).AsTask());
        }

        return sends;
    }
}
