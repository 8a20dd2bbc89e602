using System.Text.Json;
using UltimateCopilot.Rpc.Tests.Fixture;

namespace UltimateCopilot.Rpc.Tests;

/// <summary>Failing handlers, the gate, and absent parameters.</summary>
[TestFixture]
internal sealed class HandlerTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task Request_UnexpectedException_IsAnsweredNeutrallyAndReported(bool exclusive)
    {
        await using Server server = new(methods => Add(methods, exclusive, () => new InvalidOperationException("/home/secret")));
        await server.Peer.SendAsync(RawPeer.Request(1, "fail"));
        JsonElement error = (await server.Peer.ReceiveAsync()).GetProperty("error");
        Assert.That(error.GetRawText(), Is.EqualTo("""{"code":-32603,"message":"The request failed unexpectedly."}"""));
        Assert.That(server.Errors.TryPeek(out (string Method, Exception Error) failure), Is.True);
        Assert.That((failure.Method, failure.Error.Message), Is.EqualTo(("fail", "/home/secret")));
        await server.AssertAliveAsync();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Request_RpcException_IsAnsweredWithItsCodeAndData(bool exclusive)
    {
        using JsonDocument data = JsonDocument.Parse("""{"retry":true}""");
        JsonElement more = data.RootElement;
        await using Server server = new(methods => Add(methods, exclusive, () => new RpcException(-32801, "changed", more)));
        await server.Peer.SendAsync(RawPeer.Request(1, "fail"));
        JsonElement error = (await server.Peer.ReceiveAsync()).GetProperty("error");
        Assert.That(error.GetRawText(), Is.EqualTo("""{"code":-32801,"message":"changed","data":{"retry":true}}"""));
        Assert.That(server.Errors, Is.Empty);
    }

    [Test]
    public async Task Request_ResultCannotBeWritten_IsAnsweredWithAnError()
    {
        await using Server server = new(methods => methods.OnRequest(
            "odd", static () => RpcNothing.Type, static () => TestJson.Default.Unwritable, (_, _) => ValueTask.FromResult(new Unwritable())));
        await server.Peer.SendAsync(RawPeer.Request(1, "odd"));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 -32603"));
        await server.AssertAliveAsync();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Notification_Fails_IsReportedAndTheConnectionGoesOn(bool atOnce)
    {
        await using Server server = new(methods => methods.OnNotification("fail", static () => RpcNothing.Type, async (_, _) =>
        {
            if (!atOnce)
            {
                await Task.Yield();
            }

            throw new InvalidOperationException("x");
        }));
        await server.Peer.SendAsync(RawPeer.Notification("fail"));
        await server.AssertAliveAsync();
        Assert.That(server.Errors, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Hooks_ThatThrow_DoNotEndTheConnection()
    {
        await using Server server = new(
            methods => Add(methods, exclusive: false, () => new InvalidOperationException()),
            _ => new RpcOptions
            {
                Trace = _ => throw new InvalidOperationException(),
                OnError = (_, _) => throw new InvalidOperationException(),
                Gate = (method, _) => method == "gate" ? throw new InvalidOperationException() : null,
            });
        await server.Peer.SendAsync(RawPeer.Request(1, "fail"));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 -32603"));
        await server.Peer.SendAsync(RawPeer.Request(2, "gate"));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("2 -32603"));
        await server.AssertAliveAsync();
    }

    [Test]
    public async Task Gate_ByState_IsAskedWhenTheTurnComes()
    {
        bool isReady = false;
        int noted = 0;
        await using Server server = new(
            methods =>
            {
                methods.OnExclusiveRequest("initialize", static () => RpcNothing.Type, static () => RpcNothing.Type, async (_, _) =>
                {
                    await Task.Yield();
                    isReady = true;
                    return default;
                });
                methods.OnNotification("note", static () => RpcNothing.Type, (_, _) =>
                {
                    noted++;
                    return default;
                });
            },
            _ => new RpcOptions
            {
                Gate = (method, _) => isReady || method == "initialize" ? null : new RpcException(RpcErrorCodes.ServerNotInitialized, "no"),
            });
        foreach (string method in new[] { "echo", "unknown", "initialize", "unknown", "echo" })
        {
            await server.Peer.SendAsync(RawPeer.Notification("note"));
            await server.Peer.SendAsync(RawPeer.Request($"\"{method}\"", method, """{"text":5}"""));
            string expected = (isReady, method) switch
            {
                (_, "initialize") => "null",
                (false, _) => "-32002",
                (_, "unknown") => "-32601",
                _ => "-32602",
            };
            Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo($"\"{method}\" {expected}"));
        }

        Assert.That(noted, Is.EqualTo(2));
    }

    [TestCase("")]
    [TestCase(""","params":null""")]
    [TestCase(""","params":{}""")]
    public async Task Parameters_Absent_AreAnEmptyObject(string parameters)
    {
        await using Server server = new(methods =>
        {
            methods.OnRequest("optional", static () => TestJson.Default.Note, static () => TestJson.Default.Int32, (n, _) => ValueTask.FromResult(n.Number));
            methods.OnRequest("nothing", static () => RpcNothing.Type, static () => RpcNothing.Type, (_, _) => default);
            methods.OnRequest("strict", static () => TestJson.Default.Strict, static () => RpcNothing.Type, (_, _) => default);
        });
        foreach ((string method, string expected) in new[] { ("optional", "1 0"), ("nothing", "1 null"), ("strict", "1 -32602") })
        {
            await server.Peer.SendAsync($$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}"{{parameters}}}""");
            Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Parameters_WhoseTypeThrows_AreInvalid()
    {
        await using Server server = new(m => m.OnRequest("odd", static () => TestJson.Default.Hostile, static () => RpcNothing.Type, (_, _) => default));
        await server.Peer.SendAsync(RawPeer.Request(1, "odd", """{"text":"x"}"""));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 -32602"));
        await server.AssertAliveAsync();
    }

    [TestCase("[1,{\"a\":2}]")]
    [TestCase("5")]
    public async Task Parameters_OfAMethodThatTakesNone_AreIgnored(string parameters)
    {
        await using Server server = new(methods => methods.OnRequest("nothing", static () => RpcNothing.Type, static () => RpcNothing.Type, (_, _) => default));
        await server.Peer.SendAsync(RawPeer.Request(1, "nothing", parameters));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 null"));
    }

    [Test]
    public void Register_TwiceOrReservedOrFrozen_Throws()
    {
        RpcMethods methods = new();
        methods.OnNotification("a", static () => RpcNothing.Type, (_, _) => default);
        Assert.That(() => methods.OnNotification("a", static () => RpcNothing.Type, (_, _) => default), Throws.ArgumentException);
        Assert.That(() => methods.OnNotification("$/cancelRequest", static () => RpcNothing.Type, (_, _) => default), Throws.ArgumentException);
        _ = new RpcConnection(Stream.Null, Stream.Null, methods);
        Assert.That(() => methods.OnNotification("b", static () => RpcNothing.Type, (_, _) => default), Throws.InvalidOperationException);
    }

    private static void Add(RpcMethods methods, bool exclusive, Func<Exception> error)
    {
        if (exclusive)
        {
            methods.OnExclusiveRequest<RpcNothing, RpcNothing>("fail", static () => RpcNothing.Type, static () => RpcNothing.Type, (_, _) => throw error());
        }
        else
        {
            methods.OnRequest<RpcNothing, RpcNothing>("fail", static () => RpcNothing.Type, static () => RpcNothing.Type, async (_, _) =>
            {
                await Task.Yield();
                throw error();
            });
        }
    }
}
