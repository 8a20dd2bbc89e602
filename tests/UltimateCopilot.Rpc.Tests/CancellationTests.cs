using System.Text.Json;
using UltimateCopilot.Rpc.Tests.Fixture;

namespace UltimateCopilot.Rpc.Tests;

[TestFixture]
internal sealed class CancellationTests
{
    [TestCase("1")]
    [TestCase("\"one\"")]
    public async Task CancelRequest_Running_IsAnsweredRequestCancelled(string id)
    {
        await using Server server = new(methods => methods.OnRequest("hang", static () => RpcNothing.Type, static () => RpcNothing.Type, HangAsync));
        await server.Peer.SendAsync(RawPeer.Request(id, "hang"));
        await server.Peer.SendAsync(Cancel(id));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(id + " -32800"));
        Assert.That((server.Inside.RequestsInFlight, server.Errors.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task CancelRequest_ExclusiveRunning_IsReadMeanwhile()
    {
        await using Server server = new(methods => methods.OnExclusiveRequest("hang", static () => RpcNothing.Type, static () => RpcNothing.Type, HangAsync));
        await server.Peer.SendAsync(RawPeer.Request(1, "hang"));
        await server.Peer.SendAsync(Cancel("1"));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 -32800"));
    }

    [Test]
    public async Task CancelRequest_BeforeItsTurn_NeverRunsTheHandler()
    {
        bool ran = false;
        TaskCompletionSource release = new();
        await using Server server = new(methods =>
        {
            methods.OnNotification("block", static () => RpcNothing.Type, (_, _) => new(release.Task));
            methods.OnExclusiveRequest("change", static () => RpcNothing.Type, static () => RpcNothing.Type, (_, _) =>
            {
                ran = true;
                return default;
            });
        });
        await server.Peer.SendAsync(RawPeer.Notification("block"));
        await server.Peer.SendAsync(RawPeer.Request(1, "change"));
        await server.Peer.SendAsync(Cancel("1"));
        await Limit.Until(() => server.Traces.Any(t => t.Method == "$/cancelRequest"));
        release.SetResult();
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 -32800"));
        Assert.That(ran, Is.False);
    }

    [Test]
    public async Task CancelRequest_HandlerFinishesAnyway_IsAnsweredWithItsResult()
    {
        TaskCompletionSource<string> release = new();
        await using Server server = new(m => m.OnRequest("slow", static () => RpcNothing.Type, static () => TestJson.Default.String, (_, _) => new(release.Task)));
        await server.Peer.SendAsync(RawPeer.Request(1, "slow"));
        await server.Peer.SendAsync(Cancel("1"));
        await server.AssertAliveAsync();
        release.SetResult("late");
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 \"late\""));
    }

    [Test]
    public async Task Handler_CancelledByItself_IsAFailureNotACancellation()
    {
        await using Server server = new(methods => methods.OnRequest<RpcNothing, RpcNothing>(
            "odd", static () => RpcNothing.Type, static () => RpcNothing.Type, (_, _) => throw new OperationCanceledException()));
        await server.Peer.SendAsync(RawPeer.Request(1, "odd"));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 -32603"));
        Assert.That(server.Errors, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task RequestAsync_Cancelled_EndsAtOnceAndTellsThePeer()
    {
        await using Server server = new();
        using CancellationTokenSource source = new();
        Task<string?> asking = server.Connection.RequestAsync(
            "q", new Note("x"), TestJson.Default.Note, TestJson.Default.String, source.Token);
        Assert.That((await server.Peer.ReceiveAsync()).GetProperty("id").GetInt32(), Is.EqualTo(1));

        await source.CancelAsync();

        await Assert.ThatAsync(async () => await asking.Within(), Throws.InstanceOf<OperationCanceledException>());
        JsonElement cancel = await server.Peer.ReceiveAsync();
        Assert.That(cancel.GetRawText(), Is.EqualTo("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"""));
        await server.Peer.SendAsync("""{"jsonrpc":"2.0","id":1,"error":{"code":-32800,"message":"late"}}""");
        await server.AssertAliveAsync();
        Assert.That(server.HasProblem("The answer belongs to no request"), Is.True);
    }

    [Test]
    public async Task RequestAsync_CancelledBefore_SendsNothing()
    {
        await using Server server = new();
        await Assert.ThatAsync(
            async () => await server.Connection.RequestAsync(
                "q", default, RpcNothing.Type, RpcNothing.Type, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        await Assert.ThatAsync(
            async () => await server.Connection.NotifyAsync("q", default, RpcNothing.Type, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
        await server.AssertAliveAsync();
    }

    private static string Cancel(string id) => RawPeer.Notification("$/cancelRequest", $$"""{"id":{{id}}}""");

    private static async ValueTask<RpcNothing> HangAsync(RpcNothing nothing, CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return nothing;
    }
}
