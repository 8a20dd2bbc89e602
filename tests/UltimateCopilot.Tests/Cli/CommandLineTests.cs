using UltimateCopilot.Cli;

namespace UltimateCopilot.Tests.Cli;

internal sealed class CommandLineTests
{
    [Test]
    public async Task Version_AsOnlyArgument_PrintsTheNumberAlone()
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync("--version");

        Assert.That(result, Is.EqualTo(new CliResult(0, "0.1.0\n", string.Empty)));
    }

    [TestCase("--help")]
    [TestCase("-h")]
    public async Task Help_OfTheProgram_ListsVerbsAndExamples(string option)
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync(option);

        Assert.That(result.Code, Is.Zero);
        foreach (var verb in (string[])["  lsp ", "  check ", "  doctor ", "  bench ", "Examples:", "ultimate-copilot check ."])
        {
            Assert.That(result.Output, Does.Contain(verb));
        }
    }

    [TestCase("lsp", "--pipe", "--socket", "--clientProcessId")]
    [TestCase("check", "--files-from", "--layer", "--format", "--stdin", "--language", "--exclude", "--no-color", "Examples:")]
    [TestCase("doctor", "--format")]
    [TestCase("bench", "syntax", "Examples:")]
    public async Task Help_OfAVerb_ListsItsOptions(string verb, params string[] expected)
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync(verb, "--help");

        Assert.That(result.Code, Is.Zero);
        Assert.That(expected.Where(word => !result.Output.Contains(word, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("chekc")]
    [TestCase("check", ".", "--layer", "deep")]
    [TestCase("check", ".", "--format", "xml")]
    [TestCase("check", "--exclude")]
    [TestCase("check", ".", "--bogus")]
    [TestCase("check", ".", "--language", "python")]
    [TestCase("check", ".", "--stdin", "--language", "python")]
    [TestCase("check", "--stdin")]
    [TestCase("bench")]
    [TestCase("bench", "syntax")]
    [TestCase("bench", "syntax", "--manifest", "m", "--repeat", "0")]
    public async Task WrongUse_OfAnyKind_IsOneSentenceOnStandardErrorAndCode2(params string[] args)
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync(args);

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Match(@"\AUC2201: [^\n]{20,}\.\n\z"));
    }

    [Test]
    public async Task Lsp_ThroughTheParser_GetsItsOwnArguments()
    {
        using var cli = new CliFixture();

        await cli.RunAsync("lsp", "--pipe", "/tmp/x.sock", "--clientProcessId", "12");

        Assert.That(cli.LanguageServerCalls, Is.EqualTo((string[][])[["--pipe", "/tmp/x.sock", "--clientProcessId", "12"]]));
    }

    [Test]
    public void Codes_OfTheCommandLine_AreDistinct() => Assert.That(CliErrors.All, Is.Unique);
}
