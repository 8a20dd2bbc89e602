using System.Diagnostics;
using System.Globalization;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
public sealed class WorkerProcessTests
{
    [SetUp]
    public void RequirePython() => Scripts.Require();

    [TestCase("hang")]
    [TestCase("flood")]
    [TestCase("die")]
    [TestCase("eat")]
    public async Task AskAsync_WorkerThatMisbehaves_GivesNoVerdictAndTheNextOneWorks(string request)
    {
        await using var worker = new WorkerProcess(Scripts.Command, Scripts.Strict, TimeProvider.System);
        var before = await PidOf(worker);
        Assert.That(await worker.AskAsync(Scripts.Request(request)), Is.Null);
        Assert.That(IsRunning(before), Is.False, "the worker is gone");
        Assert.That(await worker.AskAsync(Scripts.Request("a")), Is.EqualTo("echo a"));
    }

    [Test]
    public async Task AskAsync_ManyRequests_AreAnsweredByOneProcess()
    {
        await using var worker = Start();
        var first = await PidOf(worker);
        for (var i = 0; i < 50; i++)
        {
            Assert.That(await worker.AskAsync(Scripts.Request($"ä {i}")), Is.EqualTo($"echo ä {i}"));
        }

        Assert.That(await PidOf(worker), Is.EqualTo(first));
    }

    [Test]
    public async Task AskAsync_WorkerThatExitedBetweenRequests_IsStartedAgain()
    {
        await using var worker = Start();
        var before = await PidOf(worker);
        Assert.That(await worker.AskAsync(Scripts.Request("last")), Is.EqualTo("last"));
        using (var process = Find(before))
        {
            await (process?.WaitForExitAsync() ?? Task.CompletedTask);
        }

        Assert.That(await worker.AskAsync(Scripts.Request("a")), Is.EqualTo("echo a"));
    }

    [Test]
    public async Task AskAsync_WorkerThatFillsStandardError_Answers()
    {
        await using var worker = Start();
        Assert.That(await worker.AskAsync(Scripts.Request("chatter")), Is.EqualTo("chatter"));
    }

    [Test]
    public async Task AskAsync_LargeRequest_IsRead()
    {
        await using var worker = Start();
        var text = new string('x', 900_000);
        Assert.That(await worker.AskAsync(Scripts.Request(text)), Has.Length.EqualTo(text.Length + "echo ".Length));
    }

    [TestCase("no-such-program-anywhere")]
    [TestCase("/")]
    public async Task AskAsync_AbsentProgram_GivesNoVerdict(string program)
    {
        await using var worker = new WorkerProcess(() => new ChildCommand(program, []), Scripts.Options, TimeProvider.System);
        Assert.That(await worker.AskAsync(Scripts.Request("a")), Is.Null);
        Assert.That(await worker.AskAsync(Scripts.Request("a")), Is.Null);
    }

    [Test]
    public async Task AskAsync_WorkerThatIsSlowToStart_HasTheTimeItIsGivenForThat()
    {
        var slow = Scripts.Command()! with { StartUp = TimeSpan.FromSeconds(50) };
        slow = slow with { Arguments = [.. slow.Arguments.SkipLast(1), "import time; time.sleep(3)\n" + slow.Arguments[^1]] };
        await using var worker = new WorkerProcess(() => slow, Scripts.Strict, TimeProvider.System);
        Assert.That(await worker.AskAsync(Scripts.Request("a")), Is.EqualTo("echo a"));
        Assert.That(await worker.AskAsync(Scripts.Request("hang")), Is.Null, "not for its later texts");
    }

    [Test]
    public async Task DisposeAsync_OfARunningWorker_EndsIt()
    {
        var worker = Start();
        var pid = await PidOf(worker);
        await worker.DisposeAsync();
        Assert.That(IsRunning(pid), Is.False);
        await worker.DisposeAsync();
    }

    private static WorkerProcess Start() => new(Scripts.Command, Scripts.Options, TimeProvider.System);

    private static async Task<int> PidOf(WorkerProcess worker) => int.Parse((await worker.AskAsync(Scripts.Request("pid")))!, CultureInfo.InvariantCulture);

    private static bool IsRunning(int pid)
    {
        using var process = Find(pid);
        return process is { HasExited: false };
    }

    private static Process? Find(int pid)
    {
        try
        {
            return Process.GetProcessById(pid);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
