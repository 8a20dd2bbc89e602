using System.Diagnostics;
using UltimateCopilot.Cli.Check;

namespace UltimateCopilot.Tests.Cli;

/// <summary>Texts that a grammar's native code was not written for, in a process of their own: what they break takes the process with it.</summary>
[CancelAfter(60_000)]
internal sealed class HostileTextTests
{
    [TestCase("> ")]
    [TestCase("- ")]
    [TestCase("> - ")]
    public async Task Check_MarkdownThatNestsThousandfold_Ends(string mark, CancellationToken cancellation)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("hostile").FullName, "deep.md");
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat(mark, 5_000)) + "x\n", cancellation);
        using var program = Process.Start(new ProcessStartInfo("dotnet", [typeof(CheckRun).Assembly.Location, "check", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await program.WaitForExitAsync(cancellation);
        Assert.That(program.ExitCode, Is.Zero, "a native library that was built before grammars/native/scanners does not pass; build it again");
    }
}
