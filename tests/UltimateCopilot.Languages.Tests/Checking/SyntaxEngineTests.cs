using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Tests.Toolchain;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Checking;

[TestFixture]
[CancelAfter(60_000)]
public sealed class SyntaxEngineTests
{
    [Test]
    public async Task CheckAsync_ToolchainsNeverAllowed_StartsNoProcess()
    {
        var (program, trace) = await MakeTracingProgramAsync();
        await using var engine = new SyntaxEngine(TimeProvider.System);
        await CheckPythonAsync(engine);
        Assert.That(engine.ToolchainsAllowed, Is.False);
        Assert.That((await engine.DescribeToolchainsAsync(CancellationToken.None)).Select(static status => status.IsAvailable), Is.All.False);
        Assert.That(File.Exists(trace), Is.False);
        File.Delete(program);
    }

    [Test]
    public async Task CheckAsync_ToolchainsForbiddenAgain_StartsNoMoreProcesses()
    {
        Assume.That(OperatingSystem.IsWindows(), Is.False);
        var (program, trace) = await MakeTracingProgramAsync();
        await using var engine = new SyntaxEngine(TimeProvider.System);
        await engine.AllowToolchains(Scripts.Using("python", program));
        await CheckPythonAsync(engine);
        Assert.That(File.Exists(trace), "it runs when allowed");
        File.Delete(trace);

        using var open = engine.Open(engine.Catalogue.Find("python")!);
        await engine.ForbidToolchains();
        await CheckPythonAsync(engine);
        await foreach (var report in open.CheckAsync(SourceText.From("x = 1"), null, Layer.Toolchain, CancellationToken.None))
        {
            Assert.That(report.Layer, Is.EqualTo(Layer.Fast));
        }

        Assert.That(File.Exists(trace), Is.False);
        File.Delete(program);
    }

    [Test]
    public async Task CheckAsync_ProgramThatIsNotThere_EndsWithAFinalReportOfTheFastLayer()
    {
        await using var engine = new SyntaxEngine(TimeProvider.System);
        await engine.AllowToolchains(Scripts.Using("python", "no-such-program-anywhere"));
        var report = await CheckPythonAsync(engine);
        Assert.That((report.Layer, report.IsFinal, report.Findings.Count), Is.EqualTo((Layer.Fast, true, 1)));
    }

    private static Task<SyntaxReport> CheckPythonAsync(SyntaxEngine engine) =>
        engine.CheckAsync(engine.Catalogue.Find("python")!, SourceText.From("x = ("), Layer.Toolchain, CancellationToken.None);

    /// <summary>A program that leaves a file when it is started.</summary>
    private static async Task<(string Program, string Trace)> MakeTracingProgramAsync()
    {
        var program = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n: > '{program}.trace'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return (program, program + ".trace");
    }
}
