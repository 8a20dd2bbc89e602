using System.Text.Json;
using UltimateCopilot.Rpc;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
internal sealed class WorkspacePullTests
{
    [Test]
    public async Task Pull_First_TellsOfEveryFile()
    {
        using var folder = new WorkFolder();
        var bad = folder.Write("bad.json", Samples.BadJson);
        var good = folder.Write("good.json", Samples.GoodJson);
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling with { Folders = [folder.Uri] });
        await client.OpenAsync(good, "json", Samples.BadJson, version: 4);
        await client.PullAsync(good);

        var items = Items(await client.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() }));

        Assert.Multiple(() =>
        {
            Assert.That(items.Keys, Is.EquivalentTo((string[])[bad, good]));
            Assert.That(items[bad].GetProperty("version").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(items[bad].GetProperty("items").GetArrayLength(), Is.EqualTo(1));
            Assert.That(items[good].Number("version"), Is.EqualTo(4), "the open text counts, not the disk's");
            Assert.That(items[good].GetProperty("items").GetArrayLength(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Pull_OfTheSameAgain_IsHeldUntilADocumentChanges()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("a.json", Samples.GoodJson);
        folder.Write("b.json", Samples.BadJson);
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling with { Folders = [folder.Uri] });
        await client.OpenAsync(uri, "json", Samples.GoodJson);
        await client.PullAsync(uri);
        var first = await client.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() });
        var held = client.RequestAsync("workspace/diagnostic", new { previousResultIds = Ids(first) });
        await client.PassAsync();
        Assert.That(held.IsCompleted, Is.False);

        await client.ChangeAsync(uri, 2, Samples.BadJson);

        var items = Items(await held);
        Assert.That(items[uri].Text("kind"), Is.EqualTo("full"));
        Assert.That(items[uri].Number("version"), Is.EqualTo(2));
    }

    [Test]
    public async Task Pull_WhenAFileChangesOnDisk_IsAnswered()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("a.json", Samples.GoodJson);
        var other = folder.Write("b.json", Samples.GoodJson);
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling with { Folders = [folder.Uri] });
        var first = await client.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() });
        var held = client.RequestAsync("workspace/diagnostic", new { previousResultIds = Ids(first) });
        folder.Write("a.json", Samples.BadJson);
        File.Delete(folder.PathOf("b.json"));

        await client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri, type = 2 }, new { uri = other, type = 3 } } });

        var items = Items(await held);
        Assert.That(items[uri].GetProperty("items").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task Pull_WhenAFileIsGone_SaysThatNothingIsWrongWithIt()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("a.json", Samples.BadJson);
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling with { Folders = [folder.Uri] });
        var first = await client.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() });
        File.Delete(folder.PathOf("a.json"));

        var items = Items(await client.RequestAsync("workspace/diagnostic", new { previousResultIds = Ids(first) }));

        Assert.That(items[uri].GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Pull_NamingAFileTwice_IsAnswered()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("a.json", Samples.BadJson);
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling with { Folders = [folder.Uri] });

        var ids = new[] { new { uri, value = "1" }, new { uri, value = "2" } };
        var items = Items(await client.RequestAsync("workspace/diagnostic", new { previousResultIds = ids }));

        Assert.That(items[uri].Text("kind"), Is.EqualTo("full"));
    }

    [Test]
    public async Task Pull_InPieces_HasAllInThePieces()
    {
        using var folder = new WorkFolder();
        var uris = Enumerable.Range(0, 150).Select(i => folder.Write($"{i}.json", Samples.BadJson)).ToList();
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling with { Folders = [folder.Uri] });

        var answer = await client.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>(), partialResultToken = "piece" });

        var pieces = client.Conversation.FromServer("$/progress").Where(static message => message.Parameters.Text("token") == "piece").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(pieces, Has.Count.GreaterThan(1));
            Assert.That(pieces.SelectMany(static piece => Items(piece.Parameters.GetProperty("value")).Keys), Is.EquivalentTo(uris));
            Assert.That(answer.GetProperty("items").GetArrayLength(), Is.Zero, "what was sent in pieces is not sent again");
        });
    }

    [Test]
    public async Task Pull_Cancelled_IsAnsweredAsCancelled()
    {
        using var folder = new WorkFolder();
        folder.Write("a.json", Samples.BadJson);
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling with { Folders = [folder.Uri] });
        var first = await client.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() });
        using var cancel = new CancellationTokenSource();
        var held = client.RequestAsync("workspace/diagnostic", new { previousResultIds = Ids(first) }, cancel.Token);
        await client.PassAsync();

        await cancel.CancelAsync();

        Assert.That(async () => await held, Throws.InstanceOf<OperationCanceledException>());
        await client.Conversation.WaitAsync(
            static messages => messages.FirstOrDefault(static message => message.IsFromServer && message.Body.Number("error", "code") == RpcErrorCodes.RequestCancelled), "the cancelled answer");
    }

    [Test]
    public async Task ConnectionLost_WhileAPullIsHeld_EndsTheServer()
    {
        using var folder = new WorkFolder();
        folder.Write("a.json", Samples.BadJson);
        await using var client = await LspClient.StartAsync(ClientSetup.Pulling with { Folders = [folder.Uri] });
        var first = await client.RequestAsync("workspace/diagnostic", new { previousResultIds = Array.Empty<object>() });
        var held = client.RequestAsync("workspace/diagnostic", new { previousResultIds = Ids(first) });
        await client.PassAsync();

        client.Leave();

        Assert.That(await client.Running.Within(), Is.EqualTo(1));
        Assert.That(async () => await held, Throws.InstanceOf<RpcException>());
    }

    private static Dictionary<string, JsonElement> Items(JsonElement report) =>
        report.GetProperty("items").EnumerateArray().ToDictionary(static item => item.Text("uri")!, static item => item);

    private static object[] Ids(JsonElement report) =>
        [.. report.GetProperty("items").EnumerateArray().Select(static item => new { uri = item.Text("uri"), value = item.Text("resultId") })];
}
