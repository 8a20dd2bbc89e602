using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
public sealed class WorkerPoolTests
{
    private readonly ManualTime _time = new();

    [SetUp]
    public void RequirePython() => Scripts.Require();

    [Test]
    public async Task AskAsync_ThreeFailuresInARow_RestsForAMinute()
    {
        await using var pool = CreatePool();
        for (var i = 0; i < 3; i++)
        {
            Assert.That(await pool.AskAsync(Scripts.Request("die"), CancellationToken.None), Is.Null);
        }

        Assert.That(await pool.AskAsync(Scripts.Request("a"), CancellationToken.None), Is.Null, "at once");
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.That(await pool.AskAsync(Scripts.Request("a"), CancellationToken.None), Is.Null, "after 59 seconds");
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(await pool.AskAsync(Scripts.Request("a"), CancellationToken.None), Is.EqualTo("echo a"), "after 61 seconds");
    }

    [Test]
    public async Task AskAsync_FailuresWithAnswersBetween_DoesNotRest()
    {
        await using var pool = CreatePool();
        for (var i = 0; i < 5; i++)
        {
            Assert.That(await pool.AskAsync(Scripts.Request("die"), CancellationToken.None), Is.Null);
            Assert.That(await pool.AskAsync(Scripts.Request("a"), CancellationToken.None), Is.EqualTo("echo a"));
        }
    }

    [Test]
    public async Task AskAsync_CancelledWhileTheWorkerIsBusy_LeavesItUsable()
    {
        await using var pool = CreatePool();
        var pid = await pool.AskAsync(Scripts.Request("pid"), CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var slow = pool.AskAsync(Scripts.Request("slow"), cancellation.Token);
        await cancellation.CancelAsync();
        Assert.That(async () => await slow, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await pool.AskAsync(Scripts.Request("a"), CancellationToken.None), Is.EqualTo("echo a"), "not the slow one's answer");
        Assert.That(await pool.AskAsync(Scripts.Request("pid"), CancellationToken.None), Is.EqualTo(pid), "the same process");
    }

    [Test]
    public async Task AskAsync_CancelledWhileWaitingForAWorker_TakesNone()
    {
        await using var pool = CreatePool();
        var busy = pool.AskAsync(Scripts.Request("slow"), CancellationToken.None);
        using var cancellation = new CancellationTokenSource();
        var waiting = pool.AskAsync(Scripts.Request("a"), cancellation.Token);
        await cancellation.CancelAsync();
        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await busy, Is.EqualTo("slow"));
        Assert.That(await pool.AskAsync(Scripts.Request("b"), CancellationToken.None), Is.EqualTo("echo b"));
    }

    [Test]
    public async Task AskAsync_MoreRequestsThanWorkers_AreAllAnswered()
    {
        await using var pool = new WorkerPool(Scripts.Command, Scripts.Options with { Workers = 2 }, _time);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => pool.AskAsync(Scripts.Request($"{i}"), CancellationToken.None)));
        Assert.That(answers, Is.EqualTo(Enumerable.Range(0, 20).Select(static i => $"echo {i}")));
    }

    [Test]
    public async Task AskAsync_AfterDispose_GivesNoVerdict()
    {
        var pool = CreatePool();
        await pool.DisposeAsync();
        Assert.That(await pool.AskAsync(Scripts.Request("a"), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task DisposeAsync_WhileARequestRuns_EndsItWithoutAnAnswer()
    {
        var pool = CreatePool();
        Assert.That(await pool.AskAsync(Scripts.Request("a"), CancellationToken.None), Is.EqualTo("echo a"));
        var running = pool.AskAsync(Scripts.Request("hang"), CancellationToken.None);
        await pool.DisposeAsync();
        Assert.That(await running, Is.Null);
    }

    private WorkerPool CreatePool() => new(Scripts.Command, Scripts.Options, _time);
}
