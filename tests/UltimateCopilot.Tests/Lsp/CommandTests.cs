using UltimateCopilot.Rpc;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
internal sealed class CommandTests
{
    private const string CheckWorkspace = "ultimateCopilot.server.checkWorkspace";

    [Test]
    public async Task Unknown_IsRefused()
    {
        await using var client = await LspClient.StartAsync();

        Assert.That(await client.RequestErrorAsync("workspace/executeCommand", new { command = "ultimateCopilot.server.nothing" }), Is.EqualTo(RpcErrorCodes.InvalidParams));
    }

    [Test]
    public async Task CheckWorkspace_CountsOpenAndClosedFiles()
    {
        using var folder = new WorkFolder();
        folder.Write("bad.json", Samples.BadJson);
        var open = folder.Write("open.json", Samples.BadJson);
        folder.Write("note.unknown", "]");
        await using var client = await LspClient.StartAsync(new ClientSetup { Folders = [folder.Uri] });
        await client.OpenAsync(open, "json", Samples.GoodJson);

        var result = await client.RequestAsync("workspace/executeCommand", new { command = CheckWorkspace });

        Assert.That((result.Number("files"), result.Number("errors"), result.Number("warnings")), Is.EqualTo((2, 1, 0)));
    }

    [Test]
    public async Task CheckWorkspace_WithTheRequestsToken_ShowsProgress()
    {
        using var folder = new WorkFolder();
        folder.Write("a.json", Samples.BadJson);
        await using var client = await LspClient.StartAsync(new ClientSetup { Folders = [folder.Uri], ShowsProgress = true });

        await client.RequestAsync("workspace/executeCommand", new { command = CheckWorkspace, workDoneToken = 7 });

        Assert.That(Kinds(client), Is.EqualTo((string[])["begin", "end"]));
        Assert.That(client.Conversation.FromServer("window/workDoneProgress/create"), Is.Empty);
    }

    [Test]
    public async Task CheckWorkspace_WithoutAToken_AsksForOne()
    {
        using var folder = new WorkFolder();
        for (var i = 0; i < 120; i++)
        {
            folder.Write($"{i}.json", Samples.GoodJson);
        }

        await using var client = await LspClient.StartAsync(new ClientSetup { Folders = [folder.Uri], ShowsProgress = true });

        await client.RequestAsync("workspace/executeCommand", new { command = CheckWorkspace });

        Assert.That(Kinds(client), Is.EqualTo((string[])["begin", "report", "end"]));
        Assert.That(client.Conversation.FromServer("window/workDoneProgress/create"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CheckWorkspace_CancelledByTheUser_SaysSo()
    {
        using var folder = new WorkFolder();
        for (var i = 0; i < 400; i++)
        {
            folder.Write($"{i}.cs", string.Concat(Enumerable.Repeat("class C { void M() { } }\n", 200)));
        }

        await using var client = await LspClient.StartAsync(new ClientSetup { Folders = [folder.Uri], ShowsProgress = true });
        var checking = client.RequestErrorAsync("workspace/executeCommand", new { command = CheckWorkspace, workDoneToken = "t" });
        await client.Conversation.Listen("$/progress").WaitNextAsync();

        await client.NotifyAsync("window/workDoneProgress/cancel", new { token = "t" });

        Assert.That(await checking, Is.EqualTo(RpcErrorCodes.RequestCancelled));
        Assert.That(Kinds(client)[^1], Is.EqualTo("end"));
        Assert.That(client.Conversation.FromServer("window/logMessage").Select(static message => message.Parameters.Text("message")), Has.None.Contains("UC2003"));
    }

    [Test]
    public async Task ProgressCancel_OfAnUnknownToken_IsIgnored()
    {
        await using var client = await LspClient.StartAsync();
        await client.NotifyAsync("window/workDoneProgress/cancel", new { token = "t" });

        await client.PassAsync();
        Assert.That(await client.EndAsync(), Is.Zero);
    }

    [Test]
    public async Task CheckFile_OfAnOpenOne_CountsItsText()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync("file:///a.json", "json", Samples.BadJson);

        var result = await client.RequestAsync("workspace/executeCommand", new { command = "ultimateCopilot.server.checkFile", arguments = new[] { "file:///a.json" } });

        Assert.That(result.Number("errors"), Is.EqualTo(1));
    }

    [Test]
    public async Task CheckFile_OfAClosedOne_PublishesIt()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("a.json", Samples.BadJson);
        await using var client = await LspClient.StartAsync();

        var result = await client.RequestAsync("workspace/executeCommand", new { command = "ultimateCopilot.server.checkFile", arguments = new[] { uri } });

        Assert.That(result.Number("errors"), Is.EqualTo(1));
        await client.WaitForDiagnosticsAsync(uri, static last => last is { Version: null, Diagnostics.Count: 1 });
    }

    [Test]
    public async Task CheckFile_WithoutArgument_IsRefused()
    {
        await using var client = await LspClient.StartAsync();

        Assert.That(await client.RequestErrorAsync("workspace/executeCommand", new { command = "ultimateCopilot.server.checkFile" }), Is.EqualTo(RpcErrorCodes.InvalidParams));
    }

    [Test]
    public async Task Doctor_AnswersInMarkdown()
    {
        await using var client = await LspClient.StartAsync();

        var result = await client.RequestAsync("workspace/executeCommand", new { command = "ultimateCopilot.server.doctor" });

        Assert.That(result.Text("markdown"), Does.StartWith("#"));
    }

    private static string?[] Kinds(LspClient client) => [.. client.Conversation.FromServer("$/progress").Select(static message => message.Parameters.Text("value", "kind"))];
}
