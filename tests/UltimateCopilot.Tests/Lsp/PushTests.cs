using System.Globalization;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
internal sealed class PushTests
{
    private const string Uri = "file:///a.json";

    [Test]
    public async Task Publish_NamesVersionSourceCodeAndPlace()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "json", Samples.BadJson, version: 7);

        var published = await client.WaitForDiagnosticsAsync(Uri, 7);

        var diagnostic = published.Diagnostics.Single();
        Assert.Multiple(() =>
        {
            Assert.That(diagnostic.Text("code"), Does.Match("^UC1\\d{3}$"));
            Assert.That(diagnostic.Text("source"), Is.EqualTo("ultimate-copilot"));
            Assert.That(diagnostic.Number("severity"), Is.EqualTo(1));
            Assert.That(diagnostic.GetProperty("relatedInformation")[0].Text("location", "uri"), Is.EqualTo(Uri));
        });
    }

    [Test]
    public async Task Publish_OfACleanVersion_IsSentToo()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "json", Samples.GoodJson);
        Assert.That((await client.WaitForDiagnosticsAsync(Uri, 1)).Diagnostics, Is.Empty);

        await client.ChangeAsync(Uri, 2, Samples.GoodJson + "\n");

        Assert.That((await client.WaitForDiagnosticsAsync(Uri, 2)).Diagnostics, Is.Empty);
    }

    [Test]
    public async Task Publish_AfterABurstOfEdits_NeverGoesBackAndEndsRight([Range(1, 5)] int seed)
    {
        await using var client = await LspClient.StartAsync();
        var random = new Random(seed);
        await client.OpenAsync("file:///a.ts", "typescript", "let a = 1;\n");
        const int Last = 300;
        for (var version = 2; version < Last; version++)
        {
            await client.ChangeAsync("file:///a.ts", version, new Edit(0, 0, 0, 0, new[] { "{", "}", "(", "\n", "x = '", "y;" }[random.Next(6)]));
        }

        await client.ChangeAsync("file:///a.ts", Last, "function f( {\n  return 1;\n}\n");
        await client.OpenAsync("file:///b.ts", "typescript", "function f( {\n  return 1;\n}\n");
        var wanted = await client.WaitForDiagnosticsAsync("file:///b.ts", last => last.Diagnostics.Count > 0);
        await client.WaitForDiagnosticsAsync("file:///a.ts", last => last.Version == Last && last.Content == wanted.Content);

        var all = await client.CloseAndCollectAsync("file:///a.ts");
        Assert.Multiple(() =>
        {
            Assert.That(all.SkipLast(1).Select(static one => one.Version), Is.Ordered, "versions");
            Assert.That(all.SkipLast(1).Select(static one => (one.Version, one.Content)), Is.Unique, "nothing twice");
            Assert.That((all[^1].Version, all[^1].Diagnostics.Count), Is.EqualTo(((int?)null, 0)), "cleared");
        });
    }

    [Test]
    public async Task Close_WhileItIsChecked_LeavesNothingBehind([Range(1, 20)] int times)
    {
        await using var client = await LspClient.StartAsync();
        var uri = $"file:///{times.ToString(CultureInfo.InvariantCulture)}.json";
        await client.OpenAsync(uri, "json", Samples.BadJson);
        for (var version = 2; version < times; version++)
        {
            await client.ChangeAsync(uri, version, Samples.BadJson + new string(' ', version));
        }

        await client.CloseAsync(uri);

        // Another document, opened later, is checked by then.
        await client.OpenAsync("file:///later.json", "json", Samples.BadJson);
        await client.WaitForDiagnosticsAsync("file:///later.json", 1);
        var all = client.Published(uri);
        Assert.That(all.Count == 0 || all[^1] is { Version: null, Diagnostics.Count: 0 }, string.Join(Environment.NewLine, all.Select(static one => one.ToString())));
    }

    [Test]
    public async Task Related_WhenTheClientDoesNotShowIt_IsLeftOut()
    {
        await using var client = LspClient.Connect();
        await client.RequestAsync("initialize", new { capabilities = new { } });
        await client.NotifyAsync("initialized");
        await client.OpenAsync(Uri, "json", Samples.BadJson);

        Assert.That((await client.WaitForDiagnosticsAsync(Uri, 1)).Diagnostics[0].Find("relatedInformation"), Is.Null);
    }

    [Test]
    public async Task OwnClient_ThatCouldPull_IsPushedToAndTold()
    {
        await using var client = await LspClient.StartAsync(ClientSetup.Own);
        await client.OpenAsync(Uri, "json", Samples.BadJson, version: 3);
        await client.WaitForDiagnosticsAsync(Uri, 3);

        var status = await client.Conversation.WaitAsync(
            messages => messages.FirstOrDefault(static message => message.Method == "ultimateCopilot/documentStatus"), "the document's status");
        Assert.Multiple(() =>
        {
            Assert.That(status.Parameters.Number("version"), Is.EqualTo(3));
            Assert.That(status.Parameters.Number("findings"), Is.EqualTo(1));
            Assert.That(client.Initialized.Find("capabilities", "diagnosticProvider"), Is.Null);
        });
    }
}
