using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;
using UltimateCopilot.Lsp;
using UltimateCopilot.Lsp.Transport;

namespace UltimateCopilot.Tests.Lsp;

[TestFixture]
public sealed class TransportTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [TestCase("--pipe=name", "name", null, null)]
    [TestCase("--pipe name", "name", null, null)]
    [TestCase("--socket=6009 --clientProcessId=12", null, 6009, 12)]
    [TestCase("--stdio --clientProcessId 12 --unknown x", null, null, 12)]
    [TestCase("", null, null, null)]
    public void Parse_WhatEditorsPass_IsUnderstood(string arguments, string? pipe, int? socket, int? process)
    {
        var options = LspOptions.Parse(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), out var error);
        Assert.That(error, Is.Null);
        Assert.That(options, Is.EqualTo(new LspOptions { Pipe = pipe, Socket = socket, ClientProcessId = process }));
    }

    [TestCase("--pipe")]
    [TestCase("--pipe=")]
    [TestCase("--socket=abc")]
    [TestCase("--socket=0")]
    [TestCase("--socket=65536")]
    [TestCase("--socket -1")]
    [TestCase("--clientProcessId=x")]
    [TestCase("--pipe=a --socket=1")]
    public void Parse_WrongUse_SaysWhatToDo(string arguments)
    {
        var options = LspOptions.Parse(arguments.Split(' '), out var error);
        Assert.That(options, Is.Null);
        Assert.That(error, Does.StartWith("UC2004"));
    }

    [Test]
    public async Task OpenAsync_EditorListensOnPipe_Connects()
    {
        var name = NewPipe();
        await using var editor = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var server = LspTransport.OpenAsync(new LspOptions { Pipe = name });
        await editor.WaitForConnectionAsync().WaitAsync(Limit);
        await AssertJoinedAsync(editor, (await server.WaitAsync(Limit)).Input);
    }

    [Test]
    public async Task OpenAsync_NobodyListensOnPipe_ListensForThisUserAlone()
    {
        var name = NewPipe();
        var server = LspTransport.OpenAsync(new LspOptions { Pipe = name });
        await using var editor = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await editor.ConnectAsync(Limit, CancellationToken.None);
        await AssertJoinedAsync(editor, (await server.WaitAsync(Limit)).Input);
    }

    [Test]
    public async Task OpenAsync_EditorListensOnSocket_Connects()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = LspTransport.OpenAsync(new LspOptions { Socket = ((IPEndPoint)listener.LocalEndpoint).Port });
        using var editor = await listener.AcceptTcpClientAsync().WaitAsync(Limit);
        await AssertJoinedAsync(editor.GetStream(), (await server.WaitAsync(Limit)).Input);
    }

    [Test]
    public async Task RunAsync_PipeInAFolderThatIsNotThere_SaysWhatToDo()
    {
        var errors = new StringWriter();
        var folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "deep", "x.sock");
        Assume.That(OperatingSystem.IsWindows(), Is.False, "pipes of Windows are in no folder");
        var exit = await LspCommand.RunAsync([$"--pipe={folder}"], () => errors).WaitAsync(Limit);
        Assert.That(exit, Is.EqualTo(2));
        Assert.That(errors.ToString(), Does.StartWith("UC2005"));
    }

    private static async Task AssertJoinedAsync(Stream editor, Stream server)
    {
        await using (server)
        {
            await editor.WriteAsync(new byte[] { 42 }).AsTask().WaitAsync(Limit);
            await editor.FlushAsync();
            var received = new byte[1];
            await server.ReadExactlyAsync(received).AsTask().WaitAsync(Limit);
            Assert.That(received[0], Is.EqualTo(42));
        }
    }

    private static string NewPipe() =>
        OperatingSystem.IsWindows() ? $"uc-{Guid.NewGuid():N}" : Path.Combine(Path.GetTempPath(), $"uc-{Guid.NewGuid():N}.sock");
}
