using UltimateCopilot.Rpc.Tests.Fixture;

namespace UltimateCopilot.Rpc.Tests;

[TestFixture]
internal sealed class OrderingTests
{
    [Test]
    public async Task Read_BeforeAndAfterAChange_SeesItsOwnSnapshot()
    {
        int state = 1;
        TaskCompletionSource release = new();
        await using Server server = new(methods =>
        {
            methods.OnNotification("set", static () => TestJson.Default.Note, (note, _) =>
            {
                state = note.Number;
                return default;
            });
            methods.OnRequest("get", static () => RpcNothing.Type, static () => TestJson.Default.Int32, async (_, _) =>
            {
                int snapshot = state;
                await release.Task;
                return snapshot;
            });
        });

        await server.Peer.SendAsync(RawPeer.Request(1, "get"));
        await server.Peer.SendAsync(RawPeer.Notification("set", """{"number":2}"""));
        await server.Peer.SendAsync(RawPeer.Request(2, "get"));
        await server.AssertAliveAsync();
        Assert.That(server.Inside.RunningCalls, Is.EqualTo(2), "both reads run at once");
        release.SetResult();

        string[] answers = [await server.Peer.ReceiveAnswerAsync(), await server.Peer.ReceiveAnswerAsync()];
        Assert.That(answers, Is.EquivalentTo(["1 1", "2 2"]));
    }

    [Test]
    public async Task Change_ThatWaits_HoldsLaterMessagesBackInOrder()
    {
        List<string> log = [];
        TaskCompletionSource release = new();
        await using Server server = new(methods =>
        {
            methods.OnNotification("note", static () => TestJson.Default.Note, async (note, _) =>
            {
                log.Add("begin " + note.Number);
                await release.Task;
                await Task.Yield();
                log.Add("end " + note.Number);
            });
            methods.OnExclusiveRequest("change", static () => TestJson.Default.Note, static () => TestJson.Default.Int32, async (note, _) =>
            {
                log.Add("begin " + note.Number);
                await Task.Yield();
                log.Add("end " + note.Number);
                return note.Number;
            });
            methods.OnRequest("read", static () => TestJson.Default.Note, static () => TestJson.Default.Int32, (note, _) =>
            {
                log.Add("read " + note.Number);
                return ValueTask.FromResult(note.Number);
            });
        });

        await server.Peer.SendAsync(RawPeer.Notification("note", """{"number":1}"""));
        await server.Peer.SendAsync(RawPeer.Request(2, "read", """{"number":2}"""));
        await server.Peer.SendAsync(RawPeer.Request(3, "change", """{"number":3}"""));
        await server.Peer.SendAsync(RawPeer.Notification("note", """{"number":4}"""));
        await server.Peer.SendAsync(RawPeer.Request(5, "read", """{"number":5}"""));
        await Limit.Until(() => server.Inside.WaitingCalls == 4);
        release.SetResult();

        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("2 2"));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("3 3"));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("5 5"));
        Assert.That(log, Is.EqualTo(["begin 1", "end 1", "read 2", "begin 3", "end 3", "begin 4", "end 4", "read 5"]));
    }

    [Test]
    public async Task Change_ThatAsksThePeer_GetsItsAnswer()
    {
        RpcConnection? connection = null;
        await using Server server = new(methods => methods.OnExclusiveRequest(
            "ask",
            static () => RpcNothing.Type,
            static () => TestJson.Default.String,
            async (_, cancellation) => await connection!.RequestAsync(
                "back", new Note("q"), TestJson.Default.Note, TestJson.Default.String, cancellation) ?? "none"));
        connection = server.Connection;

        await server.Peer.SendAsync(RawPeer.Request(1, "ask"));
        Assert.That((await server.Peer.ReceiveAsync()).GetProperty("method").GetString(), Is.EqualTo("back"));
        await server.Peer.SendAsync("""{"jsonrpc":"2.0","id":1,"result":"a"}""");

        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 \"a\""));
    }

    [Test]
    public async Task Read_BeyondThePlaces_WaitsForOne()
    {
        TaskCompletionSource<string> release = new();
        await using Server server = new(
            m => m.OnRequest("slow", static () => RpcNothing.Type, static () => TestJson.Default.String, (_, _) => new(release.Task)),
            _ => new RpcOptions { MaxConcurrentRequests = 2 });
        for (int i = 1; i <= 5; i++)
        {
            await server.Peer.SendAsync(RawPeer.Request(i, "slow"));
        }

        await Limit.Until(() => server.Inside.WaitingCalls == 2);
        Assert.That(server.Inside.RequestsInFlight, Is.EqualTo(5));
        release.SetResult("done");
        for (int i = 1; i <= 5; i++)
        {
            Assert.That(await server.Peer.ReceiveAnswerAsync(), Does.EndWith("\"done\""));
        }
    }

    [Test]
    public async Task Notify_NotAwaited_KeepsTheOrderWhenThePeerIsSlow()
    {
        await using Server server = new(configure: _ => new RpcOptions { MaxOutgoingBytes = 300 }, peer: new RawPeer(pipeBytes: 200));
        List<Task> sends = [];
        for (int i = 0; i < 200; i++)
        {
            sends.Add(server.Connection.NotifyAsync("n", new Note("x") { Number = i }, TestJson.Default.Note).AsTask());
        }

        for (int i = 0; i < 200; i++)
        {
            Assert.That((await server.Peer.ReceiveAsync()).GetProperty("params").GetProperty("number").GetInt32(), Is.EqualTo(i));
        }

        await Task.WhenAll(sends).Within();
    }
}
