using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
internal sealed class DocumentSyncTests
{
    private const string Uri = "file:///a.json";

    [TestCase("utf-16", 9)]
    [TestCase("utf-8", 11)]
    public async Task Change_BehindAnAstralCharacter_HitsItsPlace(string encoding, int column)
    {
        await using var client = await LspClient.StartAsync(new ClientSetup { Encodings = [encoding, "utf-32"] });
        Assert.That(client.Initialized.Text("capabilities", "positionEncoding"), Is.EqualTo(encoding));
        await client.OpenAsync(Uri, "json", "{\"a\": \"\U0001F600\", \"b\": 1}");
        await client.WaitForDiagnosticsAsync(Uri, 1);

        // Takes the closing quote away.
        await client.ChangeAsync(Uri, 2, new Edit(0, column, 0, column + 1, string.Empty));

        var broken = await client.WaitForDiagnosticsAsync(Uri, last => last.Version == 2 && last.Diagnostics.Count > 0);
        Assert.That(broken.Diagnostics[0].Number("range", "start", "line"), Is.Zero);

        await client.ChangeAsync(Uri, 3, new Edit(0, column, 0, column, "\""));
        await client.WaitForDiagnosticsAsync(Uri, last => last.Version == 3 && last.Diagnostics.Count == 0);
    }

    [TestCase("utf-8", 14)]
    [TestCase("utf-16", 12)]
    public async Task Diagnostics_BehindAnAstralCharacter_CountInTheAgreedEncoding(string encoding, int column)
    {
        await using var client = await LspClient.StartAsync(new ClientSetup { Encodings = [encoding] });
        await client.OpenAsync(Uri, "json", "{\"a\": \"\U0001F600\", ]}");

        var published = await client.WaitForDiagnosticsAsync(Uri, last => last.Diagnostics.Count > 0);

        Assert.That(published.Diagnostics[0].Number("range", "start", "character"), Is.EqualTo(column), published.Content);
    }

    [Test]
    public async Task Encoding_WhenUtf16IsPreferred_IsUtf16()
    {
        await using var client = await LspClient.StartAsync(new ClientSetup { Encodings = ["utf-32", "utf-16", "utf-8"] });

        Assert.That(client.Initialized.Text("capabilities", "positionEncoding"), Is.EqualTo("utf-16"));
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public async Task Change_OfSeveralRanges_LeavesTheSameAsTheTextOpenedAnew(string lineBreak)
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "json", $"{{{lineBreak}  \"a\": [1, 2],{lineBreak}  \"b\": 2{lineBreak}}}{lineBreak}");
        await client.WaitForDiagnosticsAsync(Uri, 1);

        await client.ChangeAsync(Uri, 2, new Edit(1, 12, 1, 13, string.Empty), new Edit(4, 0, 4, 0, "x"), new Edit(0, 0, 0, 0, lineBreak));
        await client.OpenAsync("file:///b.json", "json", $"{lineBreak}{{{lineBreak}  \"a\": [1, 2,{lineBreak}  \"b\": 2{lineBreak}}}{lineBreak}x", version: 2);

        var anew = await client.WaitForDiagnosticsAsync("file:///b.json", 2);
        Assert.That(anew.Diagnostics, Is.Not.Empty);
        await client.WaitForDiagnosticsAsync(Uri, last => last.Version == 2 && last.Content == anew.Content);
    }

    [Test]
    public async Task Change_OfTheWholeText_Counts()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "json", Samples.GoodJson);
        await client.ChangeAsync(Uri, 2, Samples.BadJson);
        await client.WaitForDiagnosticsAsync(Uri, last => last.Version == 2 && last.Diagnostics.Count == 1);

        await client.ChangeAsync(Uri, 3, Samples.GoodJson);

        await client.WaitForDiagnosticsAsync(Uri, last => last.Version == 3 && last.Diagnostics.Count == 0);
    }

    [Test]
    public async Task Open_WithByteOrderMark_IsFine()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "json", "\uFEFF" + Samples.GoodJson);

        Assert.That((await client.WaitForDiagnosticsAsync(Uri, 1)).Diagnostics, Is.Empty);
    }

    [Test]
    public async Task Open_Twice_TakesTheNewerText()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "json", Samples.BadJson);
        await client.OpenAsync(Uri, "json", Samples.GoodJson, version: 1);

        await client.WaitForDiagnosticsAsync(Uri, last => last.Version == 1 && last.Diagnostics.Count == 0);
        Assert.That((await client.CloseAndCollectAsync(Uri))[^1].Diagnostics, Is.Empty);
    }

    [Test]
    public async Task Open_TwiceTheSecondTimeInAnUnknownLanguage_Clears()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync("untitled:1", "json", Samples.BadJson);
        await client.WaitForDiagnosticsAsync("untitled:1", 1);

        await client.OpenAsync("untitled:1", "klingon", Samples.BadJson);

        await client.WaitForDiagnosticsAsync("untitled:1", last => last.Diagnostics.Count == 0);
    }

    [Test]
    public async Task Open_OfAnUnknownLanguage_IsCheckedByItsLinesAlone()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync("file:///a.klingon", "klingon", "]");
        await client.ChangeAsync("file:///a.klingon", 2, "a\n<<<<<<< HEAD\n]\n=======\nc\n>>>>>>> x\n");

        var last = await client.WaitForDiagnosticsAsync("file:///a.klingon", static last => last.Version == 2);

        Assert.That(last.Codes, Is.EqualTo((string[])["UC1020"]));
    }

    [Test]
    public async Task Open_JsonWithComments_MayBeOpenedAsJson()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync("file:///p/tsconfig.json", "json", "{ // why\n \"a\": 1, }");
        await client.OpenAsync("file:///p/data.json", "json", "{ // why\n \"a\": 1 }");

        Assert.That((await client.WaitForDiagnosticsAsync("file:///p/tsconfig.json", 1)).Diagnostics, Is.Empty);
        Assert.That((await client.WaitForDiagnosticsAsync("file:///p/data.json", 1)).Diagnostics, Is.Not.Empty);
    }

    [Test]
    public async Task Change_InAnotherSpellingOfTheUri_IsTheSameDocument()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync("file:///a%20(b).json", "json", Samples.GoodJson);
        await client.WaitForDiagnosticsAsync("file:///a%20(b).json", 1);

        await client.ChangeAsync("file:///a%20%28b%29.json", 2, Samples.BadJson);

        await client.WaitForDiagnosticsAsync("file:///a%20(b).json", last => last.Version == 2 && last.Diagnostics.Count > 0);
    }
}
