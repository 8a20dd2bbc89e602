using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
internal sealed class OutlineTests
{
    private const string Uri = "file:///a.py";
    private const string Code = "class A:\n    def m(self):\n        return 1\n";

    [Test]
    public async Task DocumentSymbol_ForAClientThatTakesTrees_IsATree()
    {
        await using var client = await LspClient.StartAsync(new ClientSetup { TakesSymbolTrees = true });
        await client.OpenAsync(Uri, "python", Code);
        var symbols = await client.RequestAsync("textDocument/documentSymbol", new { textDocument = new { uri = Uri } });

        Assert.Multiple(() =>
        {
            Assert.That(symbols[0].Text("name"), Is.EqualTo("A"));
            Assert.That(symbols[0].GetProperty("children")[0].Text("name"), Is.EqualTo("m"));
            Assert.That(symbols[0].GetProperty("children")[0].GetProperty("kind").GetInt32(), Is.EqualTo(6));
        });
    }

    [Test]
    public async Task DocumentSymbol_ForAnOlderClient_IsAFlatList()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "python", Code);
        var symbols = await client.RequestAsync("textDocument/documentSymbol", new { textDocument = new { uri = Uri } });

        Assert.That(symbols[1].Text("containerName"), Is.EqualTo("A"));
    }

    [Test]
    public async Task DocumentSymbol_BehindAChange_IsOfThatChange()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "python", Code);
        for (var version = 2; version < 20; version++)
        {
            await client.ChangeAsync(Uri, version, $"def f{version}():\n    pass\n");
            var symbols = await client.RequestAsync("textDocument/documentSymbol", new { textDocument = new { uri = Uri } });
            Assert.That(symbols[0].Text("name"), Is.EqualTo($"f{version}"));
        }
    }

    [Test]
    public async Task FoldingRange_OfABlock_HidesItsLines()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "python", Code);
        var folds = await client.RequestAsync("textDocument/foldingRange", new { textDocument = new { uri = Uri } });

        Assert.That((folds[0].GetProperty("startLine").GetInt32(), folds[0].GetProperty("endLine").GetInt32()), Is.EqualTo((0, 2)));
    }

    [Test]
    public async Task SelectionRange_InAWord_GrowsToTheWholeText()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "python", Code);
        var ranges = await client.RequestAsync(
            "textDocument/selectionRange", new { textDocument = new { uri = Uri }, positions = new[] { new { line = 1, character = 8 } } });

        var depth = 0;
        var range = ranges[0];
        Assert.That(range.Find("range", "start", "character")?.GetInt32(), Is.EqualTo(8));
        while (range.Find("parent") is { } parent)
        {
            (range, depth) = (parent, depth + 1);
        }

        Assert.That((depth > 2, range.Find("range", "start", "line")?.GetInt32()), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task OwnClient_HasNoOutlineOfOursWhereTheEditorHasOne()
    {
        await using var client = await LspClient.StartAsync(ClientSetup.Own);
        await client.OpenAsync("file:///a.ts", "typescript", "class A {}\n");
        await client.OpenAsync("file:///a.go", "go", "package a\n\nfunc F() {}\n");

        Assert.That((await client.RequestAsync("textDocument/documentSymbol", new { textDocument = new { uri = "file:///a.ts" } })).GetArrayLength(), Is.Zero);
        Assert.That((await client.RequestAsync("textDocument/documentSymbol", new { textDocument = new { uri = "file:///a.go" } })).GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task WorkspaceSymbol_FindsByTheLettersOfTheName_BestFirst()
    {
        using var folder = new WorkFolder();
        folder.Write("a.py", "def read_file():\n    pass\n");
        folder.Write("b.go", "package b\n\nfunc File() {}\n");
        folder.Write("data.json", "{ \"file\": 1 }");
        await using var client = await LspClient.StartAsync(new ClientSetup { Folders = [folder.Uri] });

        var found = await client.RequestAsync("workspace/symbol", new { query = "file" });
        Assert.That(found.EnumerateArray().Select(static symbol => symbol.Text("name")), Is.EqualTo(["File", "read_file"]));

        folder.Write("b.go", "package b\n\nfunc Other() {}\n");
        await client.OpenAsync(folder.UriOf("a.py"), "python", "def profiler():\n    pass\n");
        found = await client.RequestAsync("workspace/symbol", new { query = "file" });
        Assert.That(found.EnumerateArray().Select(static symbol => symbol.Text("name")), Is.EqualTo(["profiler"]));
    }

    [Test]
    public async Task Hover_OverADiagnostic_ExplainsItsCode()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync("file:///a.json", "json", Samples.BadJson);
        var published = await client.WaitForDiagnosticsAsync("file:///a.json", 1);
        var diagnostic = published.Diagnostics[0];
        var hover = await client.RequestAsync(
            "textDocument/hover", new { textDocument = new { uri = "file:///a.json" }, position = diagnostic.Find("range", "start") });

        Assert.That(hover.Find("contents", "value")?.GetString(), Does.StartWith($"**{diagnostic.Text("code")}** **").And.Contains("Do"));
        Assert.That(diagnostic.Find("codeDescription", "href")?.GetString(), Does.StartWith("file:///").And.Match("errors\\.md#L\\d+$"));
    }

    [Test]
    public async Task Hover_OverSoundText_IsNothing()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "python", Code);
        await client.WaitForDiagnosticsAsync(Uri, 1);
        var hover = await client.RequestAsync("textDocument/hover", new { textDocument = new { uri = Uri }, position = new { line = 0, character = 1 } });

        Assert.That(hover.ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Undefined)); // null, as the connection reads it
    }
}
