using UltimateCopilot.Rpc;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
internal sealed class LifecycleTests
{
    [Test]
    public async Task Initialize_Plain_AnswersWithNameAndCapabilities()
    {
        await using var client = await LspClient.StartAsync();

        var capabilities = client.Initialized.GetProperty("capabilities");
        Assert.Multiple(() =>
        {
            Assert.That(client.Initialized.Text("serverInfo", "name"), Is.EqualTo("Ultimate Copilot"));
            Assert.That(capabilities.Text("positionEncoding"), Is.EqualTo("utf-16"));
            Assert.That(capabilities.Number("textDocumentSync", "change"), Is.EqualTo(2));
            Assert.That(capabilities.Find("diagnosticProvider"), Is.Null, "a client that does not pull is pushed to");
        });
    }

    [Test]
    public async Task Initialize_Twice_IsRefused()
    {
        await using var client = await LspClient.StartAsync();

        Assert.That(await client.RequestErrorAsync("initialize", client.Setup.Parameters), Is.EqualTo(RpcErrorCodes.InvalidRequest));
    }

    [TestCase("textDocument/diagnostic")]
    [TestCase("shutdown")]
    [TestCase("workspace/executeCommand")]
    public async Task Request_BeforeInitialize_IsRefused(string method)
    {
        await using var client = LspClient.Connect();

        Assert.That(await client.RequestErrorAsync(method, new { textDocument = new { uri = "file:///a" }, command = "x" }), Is.EqualTo(-32002));
    }

    [Test]
    public async Task Notification_BeforeInitialize_IsDropped()
    {
        await using var client = LspClient.Connect();
        await client.OpenAsync("file:///a.json", "json", Samples.BadJson);

        await client.InitializeAsync();

        await client.OpenAsync("file:///b.json", "json", Samples.BadJson);
        await client.WaitForDiagnosticsAsync("file:///b.json", 1);
        Assert.That(client.Published("file:///a.json"), Is.Empty);
    }

    [TestCase("initialize")]
    [TestCase("shutdown")]
    [TestCase("textDocument/diagnostic")]
    public async Task Request_AfterShutdown_IsRefused(string method)
    {
        await using var client = await LspClient.StartAsync();
        await client.RequestAsync("shutdown");

        Assert.That(await client.RequestErrorAsync(method, new { textDocument = new { uri = "file:///a" } }), Is.EqualTo(-32600));
    }

    [Test]
    public async Task Exit_AfterShutdown_Is0()
    {
        await using var client = await LspClient.StartAsync();

        Assert.That(await client.EndAsync(), Is.Zero);
    }

    [Test]
    public async Task Exit_WithoutShutdown_Is1()
    {
        await using var client = await LspClient.StartAsync();
        await client.NotifyAsync("exit");

        Assert.That(await client.Running.Within(), Is.EqualTo(1));
    }

    [Test]
    public async Task Exit_BeforeInitialize_Is1()
    {
        await using var client = LspClient.Connect();
        await client.NotifyAsync("exit");

        Assert.That(await client.Running.Within(), Is.EqualTo(1));
    }

    [Test]
    public async Task ConnectionLost_InTheMiddle_EndsTheServer()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync("file:///a.json", "json", Samples.BadJson);
        await client.WaitForDiagnosticsAsync("file:///a.json", 1);
        client.Leave();

        Assert.That(await client.Running.Within(), Is.EqualTo(1));
    }

    [Test]
    public async Task Shutdown_WhileDocumentsAreChecked_IsAnswered()
    {
        await using var client = await LspClient.StartAsync();
        var text = string.Concat(Enumerable.Repeat("class C { void M() { if (a) { b(); } }\n", 150));
        for (var i = 0; i < 4; i++)
        {
            await client.OpenAsync($"file:///{i}.cs", "csharp", text);
        }

        Assert.That(await client.EndAsync(), Is.Zero);
    }

    [Test]
    public async Task UnknownRequest_IsAnsweredWithMethodNotFound()
    {
        await using var client = await LspClient.StartAsync();

        Assert.That(await client.RequestErrorAsync("textDocument/definition"), Is.EqualTo(RpcErrorCodes.MethodNotFound));
    }
}
