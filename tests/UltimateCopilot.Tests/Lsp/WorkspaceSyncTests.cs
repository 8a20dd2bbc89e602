using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
internal sealed class WorkspaceSyncTests
{
    private const string CheckWorkspace = "ultimateCopilot.server.checkWorkspace";

    [Test]
    public async Task WatchedFile_Deleted_IsCleared()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("sub/a.json", Samples.BadJson);
        var other = folder.Write("b.json", Samples.BadJson);
        await using var client = await CheckedAsync(folder, uri, other);

        // The client tells of the folder alone.
        await client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri = folder.UriOf("sub"), type = 3 } } });

        await client.WaitForDiagnosticsAsync(uri, static last => last.Diagnostics.Count == 0);
        Assert.That(client.Published(other)[^1].Diagnostics, Is.Not.Empty);
    }

    [Test]
    public async Task WatchedFile_Changed_IsCheckedAgain()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("a.json", Samples.BadJson);
        await using var client = await CheckedAsync(folder, uri);

        folder.Write("a.json", Samples.GoodJson);
        await client.NotifyAsync("workspace/didChangeWatchedFiles", new { changes = new[] { new { uri, type = 2 } } });

        await client.WaitForDiagnosticsAsync(uri, static last => last.Diagnostics.Count == 0);
    }

    [Test]
    public async Task Folder_Removed_ClearsItsFilesUnlessAnotherHoldsThem()
    {
        using var folder = new WorkFolder("my work (1)");
        var outer = folder.Write("a.json", Samples.BadJson);
        var inner = folder.Write("in/b.json", Samples.BadJson);
        await using var client = await CheckedAsync(folder, outer, inner);

        await client.NotifyAsync("workspace/didChangeWorkspaceFolders", new
        {
            @event = new { added = new[] { new { uri = folder.UriOf("in"), name = "in" } }, removed = new[] { new { uri = folder.Uri, name = "work" } } },
        });

        await client.WaitForDiagnosticsAsync(outer, static last => last.Diagnostics.Count == 0);
        Assert.That(client.Published(inner)[^1].Diagnostics, Is.Not.Empty);
    }

    [Test]
    public async Task Folder_Added_IsChecked()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("a.json", Samples.BadJson);
        await using var client = await LspClient.StartAsync();
        await client.NotifyAsync("workspace/didChangeWorkspaceFolders", new
        {
            @event = new { added = new[] { new { uri = folder.Uri, name = "work" } }, removed = Array.Empty<object>() },
        });

        var result = await client.RequestAsync("workspace/executeCommand", new { command = CheckWorkspace });

        Assert.That(result.Number("errors"), Is.EqualTo(1));
        await client.WaitForDiagnosticsAsync(uri, static last => last.Diagnostics.Count == 1);
    }

    [Test]
    public async Task CheckedFile_OpenedInAnotherSpelling_IsShownOnce()
    {
        using var folder = new WorkFolder("my work (1)");
        var uri = folder.Write("a.json", Samples.BadJson);
        var spelling = uri.Replace("%28", "(", StringComparison.Ordinal).Replace("%29", ")", StringComparison.Ordinal);
        await using var client = await CheckedAsync(folder, uri);

        await client.OpenAsync(spelling, "json", Samples.BadJson);

        await client.WaitForDiagnosticsAsync(spelling, static last => last.Diagnostics.Count == 1);
        Assert.That(client.Published(uri)[^1].Diagnostics, Is.Empty);
        await client.RequestAsync("workspace/executeCommand", new { command = CheckWorkspace });
        Assert.That(client.Published(uri)[^1].Diagnostics, Is.Empty, "an open file is not checked as a closed one");
    }

    [Test]
    public async Task CheckWorkspace_WhileFilesAreOpenedAndClosed_NeverHasTheLastWord([Range(1, 5)] int round)
    {
        using var folder = new WorkFolder($"w{round}");
        var uris = Enumerable.Range(0, 30).Select(i => folder.Write($"{i}.json", Samples.BadJson)).ToList();
        await using var client = await LspClient.StartAsync(new ClientSetup { Folders = [folder.Uri] });
        var checking = client.RequestAsync("workspace/executeCommand", new { command = CheckWorkspace });
        foreach (var uri in uris)
        {
            await client.OpenAsync(uri, "json", Samples.GoodJson);
        }

        await checking;

        foreach (var uri in uris)
        {
            await client.WaitForDiagnosticsAsync(uri, static last => last is { Version: 1, Diagnostics.Count: 0 });
        }
    }

    [Test]
    public async Task SyntaxOff_ClearsClosedFilesToo()
    {
        using var folder = new WorkFolder();
        var uri = folder.Write("a.json", Samples.BadJson);
        await using var client = await CheckedAsync(folder, uri);

        await client.NotifyAsync("workspace/didChangeConfiguration", new { settings = new { ultimateCopilot = Samples.SyntaxOff } });

        await client.WaitForDiagnosticsAsync(uri, static last => last.Diagnostics.Count == 0);
    }

    private static async Task<LspClient> CheckedAsync(WorkFolder folder, params string[] bad)
    {
        var client = await LspClient.StartAsync(new ClientSetup { Folders = [folder.Uri] });
        await client.RequestAsync("workspace/executeCommand", new { command = CheckWorkspace });
        foreach (var uri in bad)
        {
            await client.WaitForDiagnosticsAsync(uri, static last => last.Diagnostics.Count == 1);
        }

        return client;
    }
}
