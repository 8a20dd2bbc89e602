using System.Diagnostics;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

[Platform(Exclude = "Win")]
internal sealed class ProcessWatchTests
{
    [TestCase(true)]
    [TestCase(false)]
    public async Task WatchedProcess_Dies_TheServerEndsWithinTwoSeconds(bool byInitialize)
    {
        using var editor = Process.Start(new ProcessStartInfo("sleep", "60") { UseShellExecute = false })!;
        await using var client = LspClient.Connect(new ClientSetup { ProcessId = byInitialize ? editor.Id : null }, byInitialize ? null : editor.Id);
        await client.InitializeAsync();
        await client.PassAsync();
        Assert.That(client.Running.IsCompleted, Is.False);

        editor.Kill();

        await client.Running.WaitAsync(TimeSpan.FromSeconds(2));
    }

    [Test]
    public async Task NoProcess_IsNoReasonToEnd()
    {
        await using var client = await LspClient.StartAsync(new ClientSetup { ProcessId = 0 });
        await client.PassAsync();

        Assert.That(await client.EndAsync(), Is.Zero);
    }
}
