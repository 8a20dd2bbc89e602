using System.Text;
using UltimateCopilot.Rpc.Tests.Fixture;

namespace UltimateCopilot.Rpc.Tests;

/// <summary>Each line of the table in the connection's remarks.</summary>
[TestFixture]
internal sealed class MalformedInputTests
{
    private const string Parse = "null -32700";
    private const string Invalid = "null -32600";

    [TestCase("Content-Type: x\r\n\r\n{}", Parse)]
    [TestCase("Content-Length: -1\r\n\r\n{}", Parse)]
    [TestCase("Content-Length: abc\r\n\r\n{}", Parse)]
    [TestCase("Content-Length: 99999999999999999999\r\n\r\n{}", Parse)]
    [TestCase("Content-Length: 2\r\nno header\r\n\r\n{}", Parse)]
    [TestCase("{\"jsonrpc\":\"2.0\"}\r\n\r\n", Parse)]
    [TestCase("Content-Length: 500\r\n\r\n{}", Parse)]
    [TestCase("Content-Length: 99999999999\r\n\r\n{}", Invalid)]
    public async Task Header_Malformed_IsAnsweredOnceAndSkipped(string bytes, string expected)
    {
        await using Server server = new();
        await server.Peer.SendTextAsync(bytes);
        Task alive = server.Peer.SendAsync(RawPeer.Request(7, "echo", """{"text":"on"}"""));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(expected));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("7 \"on\""));
        await alive;
        await server.AssertAliveAsync();
    }

    [Test]
    public async Task Header_ContradictoryLengths_AreSkipped()
    {
        await using Server server = new();
        await server.Peer.SendTextAsync("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}");
        await server.Peer.SendAsync(RawPeer.Request(7, "echo", """{"text":"on"}"""));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(Parse));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(Parse), "the second length is tried, and is wrong too");
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("7 \"on\""));
    }

    [Test]
    public async Task Header_TooLong_IsAnsweredOnceAndSkipped()
    {
        await using Server server = new();
        await server.Peer.SendTextAsync("X: " + new string('x', 10_000) + "\r\n\r\n{}");
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(Parse));
        await server.AssertAliveAsync();
    }

    [Test]
    public async Task Header_UnknownNames_AreIgnored()
    {
        await using Server server = new();
        string body = RawPeer.Request(1, "echo", """{"text":"on"}""");
        await server.Peer.SendTextAsync($"X-Any: 1\r\ncontent-LENGTH:{body.Length}\r\nContent-Type: text/x; charset=latin1\r\n\r\n{body}");
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 \"on\""));
    }

    [TestCase("{", Parse)]
    [TestCase("", Parse)]
    [TestCase("not json", Parse)]
    [TestCase("[]", Invalid)]
    [TestCase("""[{"jsonrpc":"2.0","id":1,"method":"echo"}]""", Invalid)]
    [TestCase("5", Invalid)]
    [TestCase("{}", Invalid)]
    [TestCase("""{"jsonrpc":"2.0","id":{},"method":"echo"}""", Invalid)]
    [TestCase("""{"jsonrpc":"1.0","id":3,"method":"echo"}""", "3 -32600")]
    [TestCase("""{"jsonrpc":"2.0","id":"a","method":5}""", "\"a\" -32600")]
    [TestCase("""{"jsonrpc":"2.0","id":3,"method":"echo","params":{"text":5}}""", "3 -32602")]
    [TestCase("""{"jsonrpc":"2.0","id":3,"method":"echo","params":[5]}""", "3 -32602")]
    [TestCase("""{"jsonrpc":"2.0","id":3,"method":"echo","params":"text"}""", "3 -32602")]
    [TestCase("""{"jsonrpc":"2.0","id":3,"method":"echo","params":{"text":"\ud800"}}""", "3 -32602")]
    [TestCase("""{"jsonrpc":"2.0","id":3,"method":"strict"}""", "3 -32602")]
    [TestCase("""{"jsonrpc":"2.0","id":3,"method":"none"}""", "3 -32601")]
    [TestCase("""{"jsonrpc":"2.0","id":3,"method":"$/none"}""", "3 -32601")]
    [TestCase("""{"jsonrpc":"2.0","id":3,"method":"note"}""", "3 -32601")]
    [TestCase("""{"jsonrpc":"2.0","id":null,"method":"echo","params":{"text":"a"}}""", "null \"a\"")]
    [TestCase("""{"jsonrpc":"2.0","id":"ä\n","method":"echo","params":{"text":"ä"}}""", "\"ä\\n\" \"ä\"")]
    [TestCase("""{"jsonrpc":"2.0","id":1e3,"method":"echo","params":{"text":"a"}}""", "1e3 \"a\"")]
    [TestCase("""{"jsonrpc":"2.0","id":-9223372036854775809,"method":"echo","params":{"text":"a"}}""", "-9223372036854775809 \"a\"")]
    public async Task Body_AnyShape_GetsItsAnswer(string body, string expected)
    {
        await using Server server = new(Register);
        await server.Peer.SendAsync(body);
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(expected));
        await server.AssertAliveAsync();
    }

    [TestCase("""{"jsonrpc":"2.0","method":"none"}""")]
    [TestCase("""{"jsonrpc":"2.0","method":"$/none","params":5}""")]
    [TestCase("""{"jsonrpc":"2.0","method":"echo"}""")]
    [TestCase("""{"jsonrpc":"2.0","id":99,"result":1}""")]
    [TestCase("""{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}""")]
    [TestCase("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":12}}""")]
    [TestCase("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"\ud800"}}""")]
    [TestCase("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":[1]}""")]
    [TestCase("""{"jsonrpc":"2.0","method":"$/cancelRequest"}""")]
    public async Task Body_ThatNeedsNoAnswer_GetsNone(string body)
    {
        await using Server server = new();
        await server.Peer.SendAsync(body);
        await server.AssertAliveAsync();
        Assert.That(server.HasProblem(""), Is.Not.EqualTo(body.Contains("$/none", StringComparison.Ordinal)));
        Assert.That(server.Errors, Is.Empty);
    }

    [Test]
    public async Task Body_BadUtf8_IsParseError()
    {
        await using Server server = new();
        byte[] frame = RawPeer.Frame(RawPeer.Request(1, "echo", """{"text":"a?b"}"""));
        frame[Array.IndexOf(frame, (byte)'?')] = 0xFF;
        await server.Peer.SendBytesAsync(frame);
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(Parse));
        await server.AssertAliveAsync();
    }

    [Test]
    public async Task Notification_ParametersOfWrongType_AreReported()
    {
        await using Server server = new(Register);
        await server.Peer.SendAsync(RawPeer.Notification("note", "7"));
        await server.AssertAliveAsync();
        Assert.That(server.Errors.TryPeek(out (string Method, Exception Error) failure), Is.True);
        Assert.That((failure.Method, (failure.Error as RpcException)?.Code), Is.EqualTo(("note", RpcErrorCodes.InvalidParams)));
    }

    [Test]
    public async Task Length_TooShort_LosesOnlyThatMessage()
    {
        await using Server server = new();
        string body = RawPeer.Request(1, "echo", """{"text":"a"}""");
        await server.Peer.SendTextAsync($"Content-Length: {body.Length - 9}\r\n\r\n{body}");
        Task next = server.Peer.SendAsync(RawPeer.Request(2, "echo", """{"text":"b"}"""));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(Parse));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("2 \"b\""));
        await next;
    }

    [Test]
    public async Task Id_InFlight_RefusesTheSecondOnly()
    {
        TaskCompletionSource<string> first = new();
        await using Server server = new(m => m.OnRequest("slow", static () => RpcNothing.Type, static () => TestJson.Default.String, (_, _) => new(first.Task)));
        await server.Peer.SendAsync(RawPeer.Request(1, "slow"));
        await server.Peer.SendAsync(RawPeer.Request(1, "slow"));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 -32600"));
        first.SetResult("done");
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 \"done\""));
        await server.Peer.SendAsync(RawPeer.Request(1, "slow"));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 \"done\""), "an answered id may be used again");
    }

    [TestCase("""{"jsonrpc":"2.0","id":5,"method":"echo","params":{"text":"*"}}""", "5 -32600")]
    [TestCase("""{"jsonrpc":"2.0","method":"echo","params":{"text":"*"},"id":5}""", "null -32600")]
    public async Task Size_OverLimit_IsSkippedAndAnswered(string template, string expected)
    {
        await using Server server = new(configure: o => Limited(o, 10_000));
        await server.Peer.SendAsync(template.Replace("*", new string('x', 65 << 20), StringComparison.Ordinal));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(expected));
        await server.AssertAliveAsync();
    }

    [TestCase(0, "1 *")]
    [TestCase(1, "1 -32600")]
    public async Task Size_AtLimit_IsTaken(int over, string expected)
    {
        const int Limit = 200_000;
        await using Server server = new(configure: o => Limited(o, Limit));
        string text = new('x', Limit + over - RawPeer.Request(1, "echo", """{"text":""}""").Length);
        await server.Peer.SendAsync(RawPeer.Request(1, "echo", $$"""{"text":"{{text}}"}"""));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(expected.Replace("*", $"\"{text}\"", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Bytes_OneAtATime_AreTheSameMessage()
    {
        await using Server server = new();
        byte[] bytes = [.. Encoding.UTF8.GetBytes("\r\n"), .. RawPeer.Frame(RawPeer.Request(1, "echo", """{"text":"ä"}"""))];
        foreach (byte b in bytes)
        {
            await server.Peer.SendBytesAsync(new[] { b });
        }

        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 \"ä\""));
    }

    private static RpcOptions Limited(RpcOptions options, int bytes) =>
        new() { MaxMessageBytes = bytes, Trace = options.Trace, OnError = options.OnError };

    private static void Register(RpcMethods methods)
    {
        methods.OnNotification("note", static () => TestJson.Default.Note, (_, _) => default);
        methods.OnRequest("strict", static () => TestJson.Default.Strict, static () => TestJson.Default.String, (s, _) => ValueTask.FromResult(s.Text));
    }
}
