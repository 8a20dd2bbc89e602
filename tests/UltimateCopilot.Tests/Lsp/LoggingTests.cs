using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
internal sealed class LoggingTests
{
    [Test]
    public async Task Level_FromTheStart_LeavesOutTheRest()
    {
        await using var client = await LspClient.StartAsync(new ClientSetup { InitializationOptions = new { logLevel = "warning" } });
        await client.PassAsync();

        Assert.That(client.Conversation.FromServer("window/logMessage"), Is.Empty);
    }

    [Test]
    public async Task Level_Changed_Counts()
    {
        await using var client = await LspClient.StartAsync(new ClientSetup { InitializationOptions = new { logLevel = "off" } });
        await client.NotifyAsync("ultimateCopilot/setLogLevel", new { level = "info" });
        await client.NotifyAsync("ultimateCopilot/didChangeTrust", new { trusted = false });
        await client.WaitForLogAsync("not trusted");

        await client.NotifyAsync("ultimateCopilot/setLogLevel", new { level = "nonsense" });
        await client.NotifyAsync("ultimateCopilot/didChangeTrust", new { trusted = true });
        await client.WaitForLogAsync("is trusted now");
    }

    [Test]
    public async Task Trace_IsSentAsAskedFor()
    {
        await using var client = await LspClient.StartAsync();
        var traces = client.Conversation.Listen("$/logTrace");
        await client.PassAsync();
        traces.AssertNothingWasSent();

        await client.NotifyAsync("$/setTrace", new { value = "messages" });
        await client.PassAsync();
        Assert.That((await traces.WaitNextAsync()).Parameters.Find("verbose"), Is.Null);

        await client.NotifyAsync("$/setTrace", new { value = "verbose" });
        await client.PassAsync();
        await client.Conversation.WaitAsync(
            static messages => messages.FirstOrDefault(static message => message.Method == "$/logTrace" && message.Parameters.Text("verbose") is { } verbose && verbose.EndsWith("bytes", StringComparison.Ordinal)), "the sizes");

        await client.NotifyAsync("$/setTrace", new { value = "off" });
        await client.PassAsync();
        var silent = client.Conversation.Listen("$/logTrace");
        await client.PassAsync();
        silent.AssertNothingWasSent();
    }
}
