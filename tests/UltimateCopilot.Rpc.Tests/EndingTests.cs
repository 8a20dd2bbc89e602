using System.Runtime.CompilerServices;
using UltimateCopilot.Rpc.Tests.Fixture;

namespace UltimateCopilot.Rpc.Tests;

[TestFixture]
internal sealed class EndingTests
{
    [TestCase("")]
    [TestCase("Content-Len")]
    [TestCase("Content-Length: 50\r\n\r\n{\"jsonrpc\":")]
    [TestCase("Content-Length: 99999999999\r\n\r\n{\"jsonrpc\":")]
    public async Task Input_EndsWithinAMessage_WhatCameBeforeIsAnswered(string half)
    {
        TaskCompletionSource<string> release = new();
        await using Server server = new(m => m.OnRequest("slow", static () => RpcNothing.Type, static () => TestJson.Default.String, (_, _) => new(release.Task)));
        await server.Peer.SendAsync(RawPeer.Request(1, "slow"));
        await server.Peer.SendAsync(RawPeer.Request(2, "echo", """{"text":"x"}"""));
        await server.Peer.SendTextAsync(half);
        server.Peer.EndInput();
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("2 \"x\""));
        Assert.That(server.Running.IsCompleted, Is.False, "a running request may finish");
        release.SetResult("y");
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 \"y\""));
        await server.Running.Within();
        Assert.That(server.HasProblem("The input ended within a message"), Is.EqualTo(half.Length > 0));
        Assert.That(server.Traces.Last().Kind, Is.EqualTo(RpcTraceKind.Closed));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task End_ByTokenOrShutdown_CancelsHandlersAndAnswersThem(bool byToken)
    {
        await using Server server = new(methods => methods.OnRequest("hang", static () => RpcNothing.Type, static () => RpcNothing.Type, async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return default;
        }));
        await server.Peer.SendAsync(RawPeer.Request(1, "hang"));
        await server.AssertAliveAsync();
        if (byToken)
        {
            server.Cancel();
        }
        else
        {
            await server.Connection.ShutdownAsync().Within();
        }

        await server.Running.Within();
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 -32802"));
        Assert.That(server.Errors, Is.Empty);
    }

    [Test]
    public async Task End_WaitingMessages_AreAnsweredOrDroppedUnrun()
    {
        int ran = 0;
        await using Server server = new(methods => methods.OnExclusiveRequest("hang", static () => RpcNothing.Type, static () => RpcNothing.Type, async (_, token) =>
        {
            ran++;
            await Task.Delay(Timeout.Infinite, token);
            return default;
        }));
        await server.Peer.SendAsync(RawPeer.Request(1, "hang"));
        await server.Peer.SendAsync(RawPeer.Request(2, "hang"));
        await Limit.Until(() => server.Inside.WaitingCalls == 1);
        server.Cancel();
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("1 -32802"));
        Assert.That(await server.Peer.ReceiveAnswerAsync(), Is.EqualTo("2 -32802"));
        Assert.That(ran, Is.EqualTo(1));
    }

    [Test]
    public async Task End_HandlerIgnoresItsToken_IsAbandoned()
    {
        TaskCompletionSource<string> never = new();
        await using Server server = new(
            m => m.OnRequest("deaf", static () => RpcNothing.Type, static () => TestJson.Default.String, (_, _) => new(never.Task)),
            _ => new RpcOptions { DrainTimeout = TimeSpan.FromMilliseconds(20) });
        await server.Peer.SendAsync(RawPeer.Request(1, "deaf"));
        await server.AssertAliveAsync();
        server.Peer.EndInput();
        await server.Running.Within();
        Assert.That(server.Inside.RunningCalls, Is.EqualTo(1));
        never.SetResult("late");
        await Limit.Until(() => server.Inside.RunningCalls == 0);
        Assert.That(server.Inside.RequestsInFlight, Is.Zero);
    }

    [Test]
    public async Task Shutdown_Twice_IsTheSameTask()
    {
        await using Server server = new();
        Task first = server.Connection.ShutdownAsync();
        Assert.That(server.Connection.ShutdownAsync(), Is.SameAs(first));
        Assert.That(server.Connection.DisposeAsync().AsTask(), Is.SameAs(first));
        await first.Within();
        Assert.That(server.Connection.ShutdownAsync(), Is.SameAs(first));
    }

    [Test]
    public async Task Dispose_NeverRun_Ends()
    {
        RpcConnection connection = new(Stream.Null, Stream.Null, new RpcMethods());
        await connection.DisposeAsync().Within();
        await connection.RunAsync(default).Within();
        await Assert.ThatAsync(async () => await connection.RunAsync(default), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Handler_AsksWhileTheConnectionEnds_IsLostNotHung()
    {
        RpcConnection? connection = null;
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<Exception?> outcome = new();
        await using Server server = new(methods => methods.OnNotification("ask", static () => RpcNothing.Type, async (_, token) =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await connection!.RequestAsync("back", default, RpcNothing.Type, RpcNothing.Type, CancellationToken.None);
                outcome.SetResult(null);
            }
            catch (RpcConnectionLostException e)
            {
                outcome.SetResult(e);
            }
        }));
        connection = server.Connection;
        await server.Peer.SendAsync(RawPeer.Notification("ask"));
        await entered.Task.Within();
        await server.Connection.ShutdownAsync().Within();
        Assert.That(await outcome.Task.Within(), Is.Not.Null);
    }

    [Test]
    public async Task Output_Breaks_EndsTheConnection()
    {
        await using Server server = new();
        server.Peer.EndOutput();
        await server.Connection.NotifyAsync("n", default, RpcNothing.Type);
        await server.Running.Within();
        await Assert.ThatAsync(
            async () => await server.Connection.NotifyAsync("n", default, RpcNothing.Type),
            Throws.InstanceOf<RpcConnectionLostException>());
    }

    [Test]
    public async Task Streams_AfterTheEnd_AreStillOpen()
    {
        MemoryStream input = new();
        MemoryStream output = new();
        await using RpcConnection connection = new(input, output, new RpcMethods());
        await connection.RunAsync(default).Within();
        Assert.That((input.CanRead, output.CanWrite), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Connection_Ended_IsCollected()
    {
        WeakReference weak = await RunOneAsync();
        for (int i = 0; i < 20 && weak.IsAlive; i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(weak.IsAlive, Is.False);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> RunOneAsync()
    {
        Server server = new();
        await server.AssertAliveAsync();
        await server.DisposeAsync();
        return new WeakReference(server.Connection);
    }
}
