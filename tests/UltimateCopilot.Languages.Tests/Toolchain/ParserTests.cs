using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Toolchain;

/// <summary>What holds for every toolchain. A fixture names the program and adds the cases of its language.</summary>
internal abstract class ParserTests(string language, params string[] programs)
{
    private Toolchains _toolchains = null!;

    protected IToolchainParser Parser { get; private set; } = null!;

    /// <summary>What the toolchain is allowed.</summary>
    protected virtual ToolchainOptions Options => Scripts.Options;

    /// <summary>Where the code lies, if that matters.</summary>
    protected virtual string? DefaultPath => null;

    /// <summary>Names by which the program may be set.</summary>
    protected virtual IEnumerable<string> Settings => [Name];

    /// <summary>Valid code that would create the file of that name if it ran.</summary>
    protected abstract string Trace(string path);

    /// <summary>A mistake that no version of the language accepts.</summary>
    protected abstract string Mistake { get; }

    /// <summary>Something deep, which may be valid or not.</summary>
    protected abstract string Deep { get; }

    [OneTimeSetUp]
    public void Start()
    {
        Programs.Require(programs);
        _toolchains = new Toolchains(Options, TimeProvider.System);
        Parser = _toolchains.Find(Name)!;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_toolchains is not null)
        {
            await _toolchains.DisposeAsync();
        }
    }

    [Test]
    public async Task CheckAsync_CodeThatWouldLeaveATrace_IsNeverRun()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.That(await CheckAsync(Trace(path.Replace('\\', '/'))), Is.Empty);
        Assert.That(File.Exists(path) || Directory.Exists(path), Is.False);
    }

    [Test]
    public async Task CheckAsync_DeepNesting_LeavesTheToolchainUsable()
    {
        await CheckAsync(Deep);
        Assert.That(await CheckAsync(Mistake), Is.Not.Empty);
    }

    [TestCase("\0")]
    [TestCase("\uD800")]
    [TestCase("\uFEFF")]
    [TestCase("")]
    [TestCase("\r")]
    public async Task CheckAsync_TextThatIsNoProperCode_HasFindingsWithinIt(string code)
    {
        foreach (var finding in await CheckAsync(code) ?? [])
        {
            Assert.That(finding.Span.Start, Is.InRange(0, code.Length));
            Assert.That(finding.Span.End, Is.InRange(finding.Span.Start, code.Length));
        }
    }

    [Test]
    public async Task CheckAsync_MistakeBehindAByteOrderMark_IsOneUnitFurther()
    {
        var finding = (await CheckAsync(Mistake))![0];
        var marked = (await CheckAsync("\uFEFF" + Mistake))![0];
        Assert.That((marked.Code, marked.Message, marked.Span.Start), Is.EqualTo((finding.Code, finding.Message, finding.Span.Start + 1)));
    }

    [Test]
    public async Task CheckAsync_MistakeOfOtherLineBreaks_IsOnItsLine()
    {
        var plain = SourceText.From("\n\n" + Mistake);
        var marked = SourceText.From("\r\n\r\n" + Mistake.ReplaceLineEndings("\r\n"));
        var expected = plain.LineAt((await Parser.CheckAsync(Document(plain), CancellationToken.None))![0].Span.Start);
        Assert.That(marked.LineAt((await Parser.CheckAsync(Document(marked), CancellationToken.None))![0].Span.Start), Is.EqualTo(expected));
    }

    [TestCase("sleep 600", Description = "hangs")]
    [TestCase("yes", Description = "floods")]
    [TestCase("kill -9 $$", Description = "dies")]
    [TestCase("exit 1", Description = "says nothing")]
    public async Task CheckAsync_ProgramThatMisbehaves_GivesNoVerdict(string script)
    {
        using var program = new FakeProgram(script);
        await using var toolchains = new Toolchains(Using(program.Path) with { Timeout = TimeSpan.FromSeconds(1) }, TimeProvider.System);
        Assert.That(await toolchains.Find(Name)!.CheckAsync(Document(SourceText.From(Mistake)), CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task DescribeAsync_RealProgram_NamesItsVersion()
    {
        var status = await Parser.DescribeAsync(CancellationToken.None);
        Assert.That(status.IsAvailable, status.Detail);
        Assert.That(status.Detail, Does.Match(@"\d+\.\d+.* at \S+"));
    }

    [Test]
    public async Task DescribeAsync_AbsentProgram_SaysWhatToDo()
    {
        await using var toolchains = new Toolchains(Using("no-such-program-anywhere"), TimeProvider.System);
        var status = await toolchains.Find(Name)!.DescribeAsync(CancellationToken.None);
        Assert.That(status.IsAvailable, Is.False);
        Assert.That(status.Detail, Does.Contain("install").And.Contain("ultimateCopilot.toolchain.programs"));
        Assert.That(await toolchains.Find(Name)!.CheckAsync(Document(SourceText.From(Mistake)), CancellationToken.None), Is.Null);
    }

    protected async Task<IReadOnlyList<Finding>?> CheckAsync(string code, string? path = null) =>
        await Parser.CheckAsync(Document(SourceText.From(code)) with { Path = path ?? DefaultPath }, CancellationToken.None);

    protected async Task AssertMistakeAsync(string code, string expected)
    {
        var text = SourceText.From(code);
        var found = (await Parser.CheckAsync(Document(text), CancellationToken.None))!.Select(finding => Describe(finding, text));
        Assert.That(string.Join(" | ", found), Is.EqualTo(expected));
    }

    /// <summary>"2:5-8 UC1001", counted from 1. The words are the program's or come from them, and differ from version to version.</summary>
    private static string Describe(Finding finding, SourceText text)
    {
        Assert.That(finding.Layer, Is.EqualTo(Layer.Toolchain));
        var start = text.PositionAt(finding.Span.Start);
        return $"{start.Line + 1}:{start.Column + 1}-{text.PositionAt(finding.Span.End).Column + 1} {finding.Code}";
    }

    protected string Name => UltimateCopilot.Languages.Catalogue.LanguageCatalogue.Load().Find(language)!.Toolchain!;

    private ToolchainOptions Using(string program) => Options with { Programs = Settings.ToDictionary(static name => name, _ => program) };

    private ToolchainDocument Document(SourceText text) => new(text, language, DefaultPath);
}
