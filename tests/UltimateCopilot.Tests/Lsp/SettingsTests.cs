using UltimateCopilot.Lsp.Workspace;
using UltimateCopilot.Settings;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
internal sealed class SettingsTests
{
    private const string Uri = "file:///w/a.json";

    [Test]
    public async Task Pulled_SyntaxOff_Clears()
    {
        var off = false;
        await using var client = await LspClient.StartAsync(new ClientSetup { GivesConfiguration = true }, _ => Volatile.Read(ref off) ? Samples.SyntaxOff : null);
        await client.OpenAsync(Uri, "json", Samples.BadJson);
        await client.WaitForDiagnosticsAsync(Uri, static last => last.Diagnostics.Count == 1);

        Volatile.Write(ref off, true);
        await client.NotifyAsync("workspace/didChangeConfiguration", new { settings = (object?)null });
        await client.WaitForDiagnosticsAsync(Uri, static last => last.Diagnostics.Count == 0);

        Volatile.Write(ref off, false);
        await client.ChangeAsync(Uri, 2, Samples.BadJson + " ");
        await client.NotifyAsync("workspace/didChangeConfiguration", new { settings = (object?)null });
        await client.WaitForDiagnosticsAsync(Uri, static last => last is { Version: 2, Diagnostics.Count: 1 });
    }

    [Test]
    public async Task Pushed_SyntaxOff_Clears()
    {
        await using var client = await LspClient.StartAsync();
        await client.OpenAsync(Uri, "json", Samples.BadJson);
        await client.WaitForDiagnosticsAsync(Uri, static last => last.Diagnostics.Count == 1);

        await client.NotifyAsync("workspace/didChangeConfiguration", new { settings = new { ultimateCopilot = Samples.SyntaxOff } });
        await client.WaitForDiagnosticsAsync(Uri, static last => last.Diagnostics.Count == 0);

        // Folders come and go without a word about settings.
        await client.NotifyAsync("workspace/didChangeWorkspaceFolders", new { @event = new { added = Array.Empty<object>(), removed = Array.Empty<object>() } });
        await client.ChangeAsync(Uri, 2, Samples.BadJson + " ");
        Assert.That((await client.CloseAndCollectAsync(Uri))[^1].Diagnostics, Is.Empty);
    }

    [Test]
    public async Task WrongType_IsLogged_AndOnlyItsGroupFallsBack()
    {
        using var folder = new WorkFolder();
        var excluded = folder.Write("out/a.json", Samples.BadJson);
        var settings = new { syntax = new { enable = "yes" }, toolchain = 5, workspace = new { exclude = new[] { "out/" } } };
        await using var client = await LspClient.StartAsync(new ClientSetup { GivesConfiguration = true, Folders = [folder.Uri] }, _ => settings);

        var log = await client.WaitForLogAsync("UC2101");
        await client.OpenAsync(Uri, "json", Samples.BadJson);
        await client.WaitForDiagnosticsAsync(Uri, static last => last.Diagnostics.Count == 1);
        await client.RequestAsync("workspace/executeCommand", new { command = "ultimateCopilot.server.checkWorkspace" });

        var logged = client.Conversation.FromServer("window/logMessage").Select(static message => message.Parameters.Text("message")!).Where(static text => text.Contains("UC2101", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(log.Parameters.Number("type"), Is.EqualTo(2));
            Assert.That(logged, Has.Count.EqualTo(2), "one entry for each mistake, however many folders share it");
            Assert.That(logged, Has.Some.Contains("ultimateCopilot.syntax"));
            Assert.That(logged, Has.Some.Contains("ultimateCopilot.toolchain"));
            Assert.That(client.Published(excluded), Is.Empty, "the other settings count");
        });
    }

    [Test]
    public void Read_NullForASetting_IsItsDefault()
    {
        var settings = SettingsReader.Read(
            Json.Of(new { syntax = new { layer = (string?)null }, toolchain = new { python = (string?)null }, workspace = new { exclude = (string[]?)null } }), static _ => Assert.Fail());

        Assert.That((settings.Syntax.Layer, settings.Toolchain.Python, settings.Workspace.Exclude.Count), Is.EqualTo(("toolchain", "python3", 0)));
    }

    [Test]
    public async Task PerFolder_EachHasItsOwn()
    {
        await using var client = await LspClient.StartAsync(
            new ClientSetup { GivesConfiguration = true, Folders = ["file:///w/on", "file:///w/my%20off"] },
            static item => item.Text("scopeUri") == "file:///w/my%20off" ? Samples.SyntaxOff : null);
        await client.OpenAsync("file:///w/on/a.json", "json", Samples.BadJson);
        await client.OpenAsync("file:///w/my%20off/a.json", "json", Samples.BadJson);
        await client.OpenAsync("file:///w/my%20official/a.json", "json", Samples.BadJson);

        await client.WaitForDiagnosticsAsync("file:///w/on/a.json", static last => last.Diagnostics.Count == 1);
        await client.WaitForDiagnosticsAsync("file:///w/my%20official/a.json", static last => last.Diagnostics.Count == 1);
        Assert.That((await client.CloseAndCollectAsync("file:///w/my%20off/a.json")).TakeLast(1).SelectMany(static last => last.Diagnostics), Is.Empty);
    }

    [Test]
    public async Task ClientThatNeverAnswers_HoldsNothingUp()
    {
        await using var client = LspClient.Connect(new ClientSetup { GivesConfiguration = true });
        client.Configuration = static _ => new TaskCompletionSource<object?>().Task;
        await client.InitializeAsync();
        await client.NotifyAsync("workspace/didChangeConfiguration", new { settings = (object?)null });

        await client.OpenAsync(Uri, "json", Samples.BadJson);

        await client.WaitForDiagnosticsAsync(Uri, static last => last.Diagnostics.Count == 1);
    }

    [Test]
    public async Task ClientThatRefuses_IsToldInTheLog()
    {
        await using var client = LspClient.Connect(new ClientSetup { GivesConfiguration = true });
        client.Configuration = static _ => Task.FromException<object?>(new Rpc.RpcException(Rpc.RpcErrorCodes.RequestFailed, "no"));
        await client.InitializeAsync();

        await client.WaitForLogAsync("UC2104");
    }

    [Test]
    public async Task Registration_WhereTheClientTakesIt_IsForSettingsAndFiles()
    {
        await using var client = await LspClient.StartAsync(new ClientSetup { RegistersChanges = true });

        var request = await client.Conversation.WaitAsync(
            static messages => messages.FirstOrDefault(static message => message.Method == "client/registerCapability"), "the registration");

        Assert.That(
            request.Parameters.GetProperty("registrations").EnumerateArray().Select(static one => one.Text("method")),
            Is.EquivalentTo((string[])["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]));
    }

    [TestCase("file:///c%3A/code", "file:///C:/code/a.py", true)]
    [TestCase("file:///a%20b", "file:///a%20b/c.py", true)]
    [TestCase("file:///a%20b/", "file:///a b/c.py", true)]
    [TestCase("file:///a(b)", "file:///a%28b%29/c.py", true)]
    [TestCase("file:///a", "file:///ab/c.py", false)]
    [TestCase("file:///", "file:///x/c.py", true)]
    [TestCase("vscode-remote://ssh/a", "vscode-remote://ssh/a/b.py", true)]
    [TestCase("file:///a", "untitled:1", false)]
    public void Store_Folder_HoldsItsFilesHoweverSpelt(string folder, string file, bool isInside)
    {
        var store = new SettingsStore();
        var inside = new UserSettings();
        store.Set(new UserSettings(), [(folder, inside)]);

        Assert.That(ReferenceEquals(store.For(file), inside), Is.EqualTo(isInside));
    }

    [Test]
    public void Store_NestedFolders_TheInnerCounts()
    {
        var store = new SettingsStore();
        var inner = new UserSettings();
        store.Set(new UserSettings(), [("file:///a/b", inner), ("file:///a", new UserSettings())]);

        Assert.That(store.For("file:///a/b/c.py"), Is.SameAs(inner));
    }
}
