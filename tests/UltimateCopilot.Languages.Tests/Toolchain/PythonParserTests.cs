using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Languages.Toolchain.Python;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
public sealed class PythonParserTests
{
    private readonly PythonParser _parser = new(Scripts.Options, TimeProvider.System);

    [OneTimeSetUp]
    public void RequirePython() => Scripts.Require();

    [OneTimeTearDown]
    public async Task StopAsync() => await _parser.DisposeAsync();

    [TestCase("")]
    [TestCase("x = 1")]
    [TestCase("def f(): pass\r\n")]
    [TestCase("\uFEFFx = '😀'\n")]
    [TestCase("import no_such_module_anywhere\n1 / 0\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) =>
        Assert.That(await CheckAsync(code), Is.Empty);

    [TestCase("type X = int\n")]
    [TestCase("def f[T](x: T): pass\nclass A[T: int = str]: pass\n")]
    [TestCase("x = f\"{a[\"b\"]} {'\\n'.join(c)}\"\n")]
    [TestCase("try:\n    pass\nexcept A, B:\n    pass\n")]
    [TestCase("x = t'{a}'\n")]
    public async Task CheckAsync_FormThatPythonGotLate_IsNoMistake(string code) =>
        Assert.That(await CheckAsync(code), Is.Null.Or.Empty);

    [TestCase("if x:\nb\n", 2, 1, FindingCodes.EmptyBlock)]
    [TestCase("print(1\n", 1, 6, FindingCodes.UnclosedBracket)]
    [TestCase("x = 1)\n", 1, 6, FindingCodes.UnmatchedBracket)]
    [TestCase("x = (1]\n", 1, 7, FindingCodes.MismatchedBracket)]
    [TestCase("x = 'a\n", 1, 5, FindingCodes.UnclosedString)]
    [TestCase("x = '😀', (1]\n", 1, 13, FindingCodes.MismatchedBracket)]
    [TestCase("x = 1\r\ny = '😀é' 1)\r\n", 2, 12, FindingCodes.UnmatchedBracket)]
    [TestCase("\uFEFFx = 1)\n", 1, 7, FindingCodes.UnmatchedBracket)]
    [TestCase("x = 1\ry = 1)\r", 2, 6, FindingCodes.UnmatchedBracket)]
    [TestCase("x = '''\f'''\ny = 1)\n", 2, 6, FindingCodes.UnmatchedBracket)]
    [TestCase("x = 1\nreturn x\n", 2, 1, FindingCodes.Rejected)]
    [TestCase("def f(a):\n    global a\n", 2, 5, FindingCodes.Rejected)]
    public async Task CheckAsync_Mistake_HasItsPlaceAndCode(string code, int line, int column, string expected)
    {
        var text = SourceText.From(code);
        var finding = (await CheckAsync(code))!.Single();
        Assert.That(finding.Code, Is.EqualTo(expected), finding.Message);
        Assert.That(text.PositionAt(finding.Span.Start), Is.EqualTo(new TextPosition(line - 1, column - 1)), finding.Message);
        Assert.That(finding.Span.End, Is.LessThanOrEqualTo(text.Length));
        Assert.That(finding.Layer, Is.EqualTo(Layer.Toolchain));
    }

    [TestCase("\0")]
    [TestCase("x = '\uD800'\n")]
    [TestCase("# -*- coding: no-such-coding -*-\n")]
    public async Task CheckAsync_TextThatIsNoProperCode_HasAtMostOneFinding(string code) =>
        Assert.That(await CheckAsync(code), Is.Null.Or.Count.LessThanOrEqualTo(1));

    [Test]
    public async Task CheckAsync_BracketsNestedDeeply_LeavesTheWorkerUsable()
    {
        await CheckAsync(new string('(', 100_000));
        await CheckAsync(string.Concat(Enumerable.Repeat("-", 100_000)) + "1");
        Assert.That(await CheckAsync("x = 1"), Is.Empty);
    }

    [Test]
    public async Task CheckAsync_CodeThatWouldLeaveATrace_IsNeverRun()
    {
        var trace = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var code = $"open({Quote(trace)}, 'w').close()\nimport os\nos.mkdir({Quote(trace + ".d")})\n@(lambda f: open({Quote(trace)}, 'w'))\ndef f(x=open({Quote(trace)}, 'w')): pass\n";
        Assert.That(await CheckAsync(code), Is.Empty);
        Assert.That(File.Exists(trace) || Directory.Exists(trace + ".d"), Is.False);
    }

    [Test]
    public async Task DescribeAsync_OfPython_NamesItsVersion()
    {
        var status = await _parser.DescribeAsync(CancellationToken.None);
        Assert.That(status.IsAvailable);
        Assert.That(status.Detail, Does.StartWith("Python 3."));
    }

    [Test]
    public async Task DescribeAsync_AbsentProgram_SaysWhatToDo()
    {
        await using var parser = new PythonParser(Scripts.Using("python", "no-such-program-anywhere"), TimeProvider.System);
        var status = await parser.DescribeAsync(CancellationToken.None);
        Assert.That(status.IsAvailable, Is.False);
        Assert.That(status.Detail, Does.Contain("install Python 3"));
        Assert.That(await parser.CheckAsync(new ToolchainDocument(SourceText.From("x = ("), "python"), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task CheckAsync_ProgramThatAnswersGarbage_GivesNoVerdict()
    {
        // Another program under that name: it takes the arguments, and answers what is no JSON.
        var program = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(program, "#!/bin/sh\nwhile read line; do echo hello; done\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        try
        {
            await using var parser = new PythonParser(Scripts.Using("python", program), TimeProvider.System);
            Assert.That(await parser.CheckAsync(new ToolchainDocument(SourceText.From("x = (\n"), "python"), CancellationToken.None), Is.Null);
        }
        finally
        {
            File.Delete(program);
        }
    }

    private Task<IReadOnlyList<Finding>?> CheckAsync(string code) =>
        _parser.CheckAsync(new ToolchainDocument(SourceText.From(code), "python"), CancellationToken.None);

    private static string Quote(string path) => $"'{path.Replace('\\', '/')}'";
}
