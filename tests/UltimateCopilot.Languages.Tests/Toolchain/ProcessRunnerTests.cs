using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
public sealed class ProcessRunnerTests
{
    private readonly ManualTime _time = new();

    [SetUp]
    public void RequirePython() => Scripts.Require();

    [Test]
    public async Task RunAsync_TextOnStandardInput_IsReadWhole()
    {
        await using var runner = CreateRunner(Scripts.Options);
        var text = string.Concat(Enumerable.Repeat("é😀\n", 50_000));
        var outcome = await RunAsync(runner, "t = sys.stdin.buffer.read().decode(); print(len(t)); sys.stderr.write('e'); sys.exit(3)", text);
        Assert.That(outcome, Is.EqualTo(new ProcessOutcome(3, "150000" + Environment.NewLine, "e", IsCutOff: false)));
    }

    [Test]
    public async Task RunAsync_TextInAFile_LiesInAPrivateFolderThatIsGoneAfterwards()
    {
        await using var runner = CreateRunner(Scripts.Options);
        const string Code = "import os; print(os.getcwd()); print(oct(os.stat('.').st_mode)[-3:]); print(open(sys.argv[1], encoding='utf-8').read(), end='|'); print(os.listdir('.'), end='|'); print(sys.stdin.read())";
        var outcome = (await runner.RunAsync(new ProcessRun([.. Arguments(Code), "input.ts"]) { Text = "x😀", FileName = "input.ts" }, CancellationToken.None))!;
        var lines = outcome.Output.ReplaceLineEndings("\n").Split('\n');
        Assert.That(lines[2], Is.EqualTo("x😀|['input.ts']|"), outcome.Error);
        Assert.That(Directory.Exists(lines[0]), Is.False);
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(lines[1], Is.EqualTo("700"));
        }
    }

    [Test]
    public async Task RunAsync_Environment_IsSetAndTakenAway()
    {
        await using var runner = CreateRunner(Scripts.Options);
        Environment.SetEnvironmentVariable("UC_TEST_GONE", "x");
        try
        {
            var run = new ProcessRun(Arguments("import os; print(os.environ.get('UC_TEST_NEW'), os.environ.get('UC_TEST_GONE'))"))
            {
                Environment = new Dictionary<string, string?> { ["UC_TEST_NEW"] = "y", ["UC_TEST_GONE"] = null },
            };
            Assert.That((await runner.RunAsync(run, CancellationToken.None))!.Output.Trim(), Is.EqualTo("y None"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("UC_TEST_GONE", null);
        }
    }

    [TestCase("time.sleep(600)", TestName = "RunAsync_ProgramThatHangs_GivesNoOutcome")]
    [TestCase("hoard = []\nwhile True: hoard.append(bytearray(b'x' * 10000000))", TestName = "RunAsync_ProgramThatEatsMemory_GivesNoOutcome")]
    [TestCase("import os; os.abort()", TestName = "RunAsync_ProgramThatCrashes_GivesNoOutcome")]
    public async Task RunAsync_Misbehaves(string code)
    {
        await using var runner = CreateRunner(Scripts.Strict);
        Assert.That(await RunAsync(runner, code), Is.Null);
        Assert.That(await RunAsync(runner, "print(1)"), Is.Not.Null, "the next one works");
    }

    [TestCase("sys.stdout")]
    [TestCase("sys.stderr")]
    public async Task RunAsync_ProgramThatFloods_IsEndedAndWhatItSaidFirstIsThere(string stream)
    {
        await using var runner = CreateRunner(Scripts.Options);
        var outcome = (await RunAsync(runner, $"{stream}.write('first\\n')\nwhile True: {stream}.write('x' * 100000)"))!;
        Assert.That(outcome.IsCutOff);
        Assert.That(outcome.Output + outcome.Error, Does.StartWith("first"));
    }

    [Test]
    public async Task RunAsync_ProgramThatReadsNothing_SaysItsWord()
    {
        await using var runner = CreateRunner(Scripts.Options);
        Assert.That((await RunAsync(runner, "print(1)", new string('x', 5_000_000)))!.Output.Trim(), Is.EqualTo("1"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task RunAsync_ProgramThatLeavesAnotherRunning_DoesNotWaitForIt()
    {
        await using var runner = CreateRunner(Scripts.Options);
        Assert.That((await RunAsync(runner, "import subprocess; print(1, flush=True); subprocess.Popen(['sleep', '7'])"))!.Output.Trim(), Is.EqualTo("1"));
    }

    [Test]
    public async Task RunAsync_ThreeFailuresInARow_RestsForAMinute()
    {
        await using var runner = CreateRunner(Scripts.Options);
        for (var i = 0; i < 3; i++)
        {
            Assert.That(await RunAsync(runner, "import os; os.abort()"), Is.Null);
        }

        Assert.That(await RunAsync(runner, "print(1)"), Is.Null, "at once");
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.That(await RunAsync(runner, "print(1)"), Is.Not.Null, "after a minute");
    }

    [Test]
    public async Task RunAsync_AbsentProgram_GivesNoOutcome()
    {
        await using var runner = new ProcessRunner(new ToolchainProgram("test", ["no-such-program-anywhere"], Scripts.Options, _time), Scripts.Options, _time);
        Assert.That(await RunAsync(runner, "print(1)"), Is.Null);
    }

    [Test]
    public async Task RunAsync_MoreThanWorkers_AllComeToTheirEnd()
    {
        await using var runner = CreateRunner(Scripts.Options with { Workers = 2 });
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => RunAsync(runner, $"print({i})")));
        Assert.That(outcomes.Select(static outcome => outcome!.Output.Trim()), Is.EqualTo(Enumerable.Range(0, 8).Select(static i => $"{i}")));
    }

    [Test]
    public async Task RunAsync_Cancelled_ThrowsAndTheNextOneWorks()
    {
        await using var runner = CreateRunner(Scripts.Options);
        using var cancellation = new CancellationTokenSource();
        var running = runner.RunAsync(new ProcessRun(Arguments("time.sleep(600)")), cancellation.Token);
        await cancellation.CancelAsync();
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await RunAsync(runner, "print(1)"), Is.Not.Null);
    }

    [Test]
    public async Task DisposeAsync_WhileAProgramRuns_EndsIt()
    {
        var runner = CreateRunner(Scripts.Options);
        var running = RunAsync(runner, "time.sleep(600)");
        await runner.DisposeAsync();
        Assert.That(await running, Is.Null);
        Assert.That(await RunAsync(runner, "print(1)"), Is.Null);
    }

    private static string[] Arguments(string code) => ["-I", "-S", "-c", "import sys, time\n" + code];

    private static Task<ProcessOutcome?> RunAsync(ProcessRunner runner, string code, string text = "") =>
        runner.RunAsync(new ProcessRun(Arguments(code)) { Text = text }, CancellationToken.None);

    private ProcessRunner CreateRunner(ToolchainOptions options) => new(new ToolchainProgram("test", [Scripts.Python], options, _time), options, _time);
}
