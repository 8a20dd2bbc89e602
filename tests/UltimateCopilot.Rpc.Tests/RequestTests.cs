using System.IO.Pipelines;
using UltimateCopilot.Rpc.Tests.Fixture;

namespace UltimateCopilot.Rpc.Tests;

/// <summary>Requests and notifications from this side.</summary>
[TestFixture]
internal sealed class RequestTests
{
    [TestCase("\"result\":\"a\"", "a")]
    [TestCase("\"result\":null", null)]
    public async Task RequestAsync_Answered_GivesTheResult(string answer, string? expected)
    {
        await using Server server = new();
        Task<string?> asking = server.Connection.RequestAsync("q", new Note("ä<"), TestJson.Default.Note, TestJson.Default.String);
        Assert.That(
            (await server.Peer.ReceiveAsync()).GetRawText(),
            Is.EqualTo("""{"jsonrpc":"2.0","id":1,"method":"q","params":{"text":"ä<","number":0}}"""));
        await server.Peer.SendAsync($$"""{"jsonrpc":"2.0","id":1,{{answer}}}""");
        Assert.That(await asking.Within(), Is.EqualTo(expected));
    }

    [TestCase("\"error\":{\"code\":-32801,\"message\":\"m\",\"data\":[1]}", -32801, "m", "[1]")]
    [TestCase("\"error\":{\"code\":5,\"message\":\"m\"}", 5, "m", null)]
    [TestCase("\"error\":\"broken\"", -32603, "The peer answered with an error of unknown shape.", null)]
    [TestCase("\"result\":5", -32603, "The peer's answer does not have the expected shape.", null)]
    public async Task RequestAsync_ErrorAnswer_Throws(string answer, int code, string message, string? data)
    {
        await using Server server = new();
        Task<string?> asking = server.Connection.RequestAsync("q", default, RpcNothing.Type, TestJson.Default.String);
        Assert.That((await server.Peer.ReceiveAsync()).TryGetProperty("params", out _), Is.False);
        await server.Peer.SendAsync($$"""{"jsonrpc":"2.0","id":1,{{answer}}}""");
        RpcException? error = await Assert.ThrowsAsync<RpcException>(async () => await asking.Within());
        Assert.That((error?.Code, error?.Message, error?.ErrorData?.GetRawText()), Is.EqualTo((code, message, data)));
    }

    [Test]
    public async Task RequestAsync_AnswersInAnotherOrder_ReachTheirRequests()
    {
        await using Server server = new();
        Task<int> first = server.Connection.RequestAsync("a", default, RpcNothing.Type, TestJson.Default.Int32);
        Task<int> second = server.Connection.RequestAsync("b", default, RpcNothing.Type, TestJson.Default.Int32);
        await server.Peer.SendAsync("""{"jsonrpc":"2.0","id":2,"result":22}""");
        await server.Peer.SendAsync("""{"jsonrpc":"2.0","id":1,"result":11}""");
        Assert.That((await first.Within(), await second.Within()), Is.EqualTo((11, 22)));
    }

    [Test]
    public async Task RequestAsync_AnswerOverLimit_Fails()
    {
        await using Server server = new(configure: _ => new RpcOptions { MaxMessageBytes = 1000 });
        Task<string?> asking = server.Connection.RequestAsync("q", default, RpcNothing.Type, TestJson.Default.String);
        await server.Peer.ReceiveAsync();
        await server.Peer.SendAsync($$"""{"jsonrpc":"2.0","id":1,"result":"{{new string('x', 5000)}}"}""");
        RpcException? error = await Assert.ThrowsAsync<RpcException>(async () => await asking.Within());
        Assert.That(error?.Code, Is.EqualTo(RpcErrorCodes.RequestFailed));
        await server.AssertAliveAsync();
    }

    [Test]
    public async Task RequestAsync_InputEnds_IsLost()
    {
        await using Server server = new();
        Task<string?> asking = server.Connection.RequestAsync("q", default, RpcNothing.Type, TestJson.Default.String);
        server.Peer.EndInput();
        await Assert.ThatAsync(async () => await asking.Within(), Throws.InstanceOf<RpcConnectionLostException>());
        await server.Running.Within();
        await Assert.ThatAsync(
            async () => await server.Connection.RequestAsync("q", default, RpcNothing.Type, RpcNothing.Type),
            Throws.InstanceOf<RpcConnectionLostException>());
        await Assert.ThatAsync(
            async () => await server.Connection.NotifyAsync("q", default, RpcNothing.Type),
            Throws.InstanceOf<RpcConnectionLostException>());
    }

    [Test]
    public async Task NotifyAsync_ParametersCannotBeWritten_ThrowsAndSendsNothing()
    {
        await using Server server = new();
        await Assert.ThatAsync(
            async () => await server.Connection.NotifyAsync("q", new Unwritable(), TestJson.Default.Unwritable),
            Throws.InstanceOf<InvalidOperationException>());
        await Assert.ThatAsync(
            async () => await server.Connection.RequestAsync("q", new Unwritable(), TestJson.Default.Unwritable, RpcNothing.Type),
            Throws.InstanceOf<InvalidOperationException>());
        await server.AssertAliveAsync();
    }

    [Test]
    public async Task TwoConnections_Joined_TalkBothWays()
    {
        RpcMethods methods = new();
        methods.OnRequest("twice", static () => TestJson.Default.Int32, static () => TestJson.Default.Int32, (n, _) => ValueTask.FromResult(2 * n));
        Pipe there = new();
        Pipe back = new();
        await using RpcConnection left = new(back.Reader.AsStream(), there.Writer.AsStream(), methods);
        await using RpcConnection right = new(there.Reader.AsStream(), back.Writer.AsStream(), methods);
        Task running = Task.WhenAll(left.RunAsync(default), right.RunAsync(default));

        List<Task<int>> asked = [];
        for (int i = 0; i < 500; i++)
        {
            RpcConnection side = i % 2 == 0 ? left : right;
            asked.Add(side.RequestAsync("twice", i, TestJson.Default.Int32, TestJson.Default.Int32));
        }

        int[] answers = await Task.WhenAll(asked).Within();
        Assert.That(answers, Is.EqualTo(Enumerable.Range(0, 500).Select(i => 2 * i)));
        await left.ShutdownAsync().Within();
        await right.ShutdownAsync().Within();
        await running.Within();
    }
}
