using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
internal sealed class PullTests
{
    private const string Uri = "file:///a.json";

    [Test]
    public async Task PullingClient_IsNotPushedTo()
    {
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling);
        await client.OpenAsync(Uri, "json", Samples.BadJson);
        var report = await client.PullAsync(Uri);

        Assert.Multiple(() =>
        {
            Assert.That(report.Text("kind"), Is.EqualTo("full"));
            Assert.That(report.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
            Assert.That(client.Initialized.Find("capabilities", "diagnosticProvider", "workspaceDiagnostics")?.GetBoolean(), Is.True);
        });
        Assert.That(await client.CloseAndCollectAsync(Uri), Is.Empty);
    }

    [Test]
    public async Task Pull_OfTheSameAgain_IsUnchanged()
    {
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling);
        await client.OpenAsync(Uri, "json", Samples.BadJson);
        var id = (await client.PullAsync(Uri)).Text("resultId");

        var again = await client.PullAsync(Uri, id);
        await client.ChangeAsync(Uri, 2, Samples.GoodJson);
        var mended = await client.PullAsync(Uri, id);

        Assert.Multiple(() =>
        {
            Assert.That((again.Text("kind"), again.Text("resultId")), Is.EqualTo(("unchanged", id)));
            Assert.That(mended.Text("kind"), Is.EqualTo("full"));
            Assert.That(mended.GetProperty("items").GetArrayLength(), Is.Zero);
        });
    }

    [Test]
    public async Task Pull_BehindAChange_AnswersForThatChange([Range(1, 10)] int round)
    {
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling);
        await client.OpenAsync(Uri, "json", Samples.GoodJson);
        for (var version = 2; version < 2 + round; version++)
        {
            var isBad = version % 2 == 0;
            await client.ChangeAsync(Uri, version, isBad ? Samples.BadJson : Samples.GoodJson);
            Assert.That((await client.PullAsync(Uri)).GetProperty("items").GetArrayLength(), Is.EqualTo(isBad ? 1 : 0));
        }
    }

    [Test]
    public async Task Pull_WhileTheDocumentCloses_IsAnswered([Range(1, 10)] int round)
    {
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling);
        var uri = $"file:///{round}.cs";
        await client.OpenAsync(uri, "csharp", "class C { void M() { if (a) { b(); } }\n");
        var pull = client.PullAsync(uri);
        await client.CloseAsync(uri);

        try
        {
            await pull;
        }
        catch (Rpc.RpcException e)
        {
            Assert.That(e.Code, Is.EqualTo(Rpc.RpcErrorCodes.ServerCancelled));
        }
    }

    [Test]
    public async Task Pull_OfAFileThatIsNotOpen_ReadsTheDisk()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("a.json", Samples.BadJson);
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling);

        Assert.That((await client.PullAsync(uri)).GetProperty("items").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Pull_WhenCheckingIsOff_IsAnsweredWithNothing()
    {
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling with { GivesConfiguration = true }, static _ => Samples.SyntaxOff);
        await client.OpenAsync(Uri, "json", Samples.BadJson);
        await client.WaitForPullAsync(Uri, items: 0);
        await client.ChangeAsync(Uri, 2, Samples.BadJson + " ");
        await client.ChangeAsync(Uri, 3, Samples.BadJson + "  ");

        Assert.That((await client.PullAsync(Uri)).GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Refresh_WhenAFinerLayerDiffers_IsAskedForAndEndsRight()
    {
        Python.Need();
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling);
        await client.OpenAsync("file:///a.py", "python", Samples.BadForPythonAlone);

        await client.Conversation.WaitAsync(static messages => messages.FirstOrDefault(static message => message.Method == "workspace/diagnostic/refresh"), "a refresh");
        await client.WaitForPullAsync("file:///a.py", items: 1);
    }

    [Test]
    public async Task Refresh_ThatTheClientAnswersLate_IsAskedForAgain()
    {
        var late = new TaskCompletionSource();
        await using var client = LspClient.Connect(ClientSetup.Pulling);
        client.OnRefresh = () => late.Task;
        var refreshes = client.Conversation.Listen("workspace/diagnostic/refresh");
        await client.InitializeAsync();
        await refreshes.WaitNextAsync();
        await client.NotifyAsync("ultimateCopilot/didChangeTrust", new { trusted = false });
        await client.PassAsync();
        refreshes.AssertNothingWasSent();

        late.SetResult();

        await refreshes.WaitNextAsync();
    }
}
