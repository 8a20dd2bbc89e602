using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Parallelizable(ParallelScope.All)]
[Platform(Exclude = "Win")]
internal sealed class TrustTests
{
    private const string Uri = "file:///a.py";

    [Test]
    public async Task Untrusted_NoInterpreterIsStarted_UntilTrustIsGiven()
    {
        Python.Need();
        using var folder = new WorkFolder();
        await using var client = await StartAsync(folder, isTrusted: false);
        await client.OpenAsync(Uri, "python", Samples.BadForPythonAlone);
        await StateAsync(client, "off");
        Assert.Multiple(() =>
        {
            Assert.That(File.Exists(folder.PathOf("started")), Is.False, "an interpreter was started");
            Assert.That(client.Published(Uri)[^1].Diagnostics, Is.Empty);
            Assert.That(client.Conversation.FromServer("ultimateCopilot/status")[^1].Parameters.Text("state"), Is.EqualTo("limited"));
        });

        await client.NotifyAsync("ultimateCopilot/didChangeTrust", new { trusted = true });

        await client.WaitForDiagnosticsAsync(Uri, static last => last.Diagnostics.Count == 1);
        Assert.That(File.Exists(folder.PathOf("started")), Is.True);
    }

    [Test]
    public async Task Trusted_UntilTrustIsWithdrawn_FindingsOfTheInterpreterGo()
    {
        Python.Need();
        using var folder = new WorkFolder();
        await using var client = await StartAsync(folder, isTrusted: true);
        await client.OpenAsync(Uri, "python", Samples.BadForPythonAlone);
        await client.WaitForDiagnosticsAsync(Uri, static last => last.Diagnostics.Count == 1);

        await client.NotifyAsync("ultimateCopilot/didChangeTrust", new { trusted = false });

        await client.WaitForDiagnosticsAsync(Uri, static last => last.Diagnostics.Count == 0);
        await StateAsync(client, "off");
    }

    [Test]
    public async Task Trust_GivenAndWithdrawnInABurst_EndsAsSaidLast([Range(1, 4)] int round)
    {
        Python.Need();
        using var folder = new WorkFolder();
        await using var client = await StartAsync(folder, isTrusted: false);
        await client.OpenAsync(Uri, "python", Samples.BadForPythonAlone);
        for (var i = 0; i < round; i++)
        {
            await client.NotifyAsync("ultimateCopilot/didChangeTrust", new { trusted = true });
            await client.NotifyAsync("workspace/didChangeConfiguration", new { settings = (object?)null });
            await client.NotifyAsync("ultimateCopilot/didChangeTrust", new { trusted = false });
        }

        await client.ChangeAsync(Uri, 2, Samples.BadForPythonAlone + "\n");
        await client.Conversation.WaitAsync(
            messages => messages.LastOrDefault(static message => message.Method == "ultimateCopilot/documentStatus" && message.Parameters.Number("version") == 2), "version 2");

        Assert.That((await client.CloseAndCollectAsync(Uri)).Where(static one => one.Version == 2).SelectMany(static one => one.Diagnostics), Is.Empty);
        Assert.That(
            client.Conversation.FromServer("window/logMessage").Select(static message => message.Parameters.Text("message")),
            Has.None.Contains("UC2001"), "a check that loses its interpreter is no failure");
    }

    /// <summary>Python by a script that leaves a mark when it is started.</summary>
    private static async Task<LspClient> StartAsync(WorkFolder folder, bool isTrusted)
    {
        folder.Write("python", $"#!/bin/sh\ntouch '{folder.PathOf("started")}'\nexec python3 \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.PathOf("python"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var setup = new ClientSetup { GivesConfiguration = true, InitializationOptions = new { diagnostics = "push", trusted = isTrusted } };
        var client = await LspClient.StartAsync(setup, _ => new { toolchain = new { python = folder.PathOf("python"), timeout = 20_000 } });
        await client.Conversation.WaitAsync(static messages => messages.FirstOrDefault(static message => message.Method == "ultimateCopilot/status"), "the settings to be in force");
        return client;
    }

    private static Task<Message> StateAsync(LspClient client, string state) => client.Conversation.WaitAsync(
        messages => messages.LastOrDefault(static message => message.Method == "ultimateCopilot/documentStatus") is { } last
            && last.Parameters.GetProperty("layers").EnumerateArray().Any(layer => layer.Text("layer") == "toolchain" && layer.Text("state") == state) ? last : null,
        $"the toolchain to be {state}");
}
