using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp;

internal sealed class OpenDocumentTests
{
    private readonly SyntaxEngine _engine = new(TimeProvider.System);
    private List<CheckedVersion> _reports = [];
    private List<Exception> _errors = [];
    private Func<Layer?> _deepest = static () => Layer.Exact;

    [OneTimeTearDown]
    public async Task End() => await _engine.DisposeAsync();

    [SetUp]
    public void Reset()
    {
        _reports = []; // those of a test before may still be written to
        _errors = [];
        _deepest = static () => Layer.Exact;
    }

    [Test]
    public async Task Wait_AfterAChange_GivesThatVersion()
    {
        using var document = Open(Samples.GoodJson);
        for (var version = 2; version < 200; version++)
        {
            Change(document, version, version % 2 == 0 ? Samples.BadJson : Samples.GoodJson);
            if (version % 3 == 0)
            {
                var report = await document.WaitForReportAsync(final: true, CancellationToken.None).Within();
                Assert.That((report!.Version, report.Report.Findings.Count), Is.EqualTo((version, version % 2 == 0 ? 1 : 0)));
            }
        }
    }

    [Test]
    public async Task Wait_WhenTheClientsVersionStandsStill_GivesTheNewText()
    {
        using var document = Open(Samples.GoodJson);
        await document.WaitForReportAsync(final: true, CancellationToken.None).Within();

        Change(document, 1, Samples.BadJson);

        Assert.That((await document.WaitForReportAsync(final: true, CancellationToken.None).Within())!.Report.Findings, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Recheck_UnderOtherSettings_IsWaitedForAndNoFirstReport()
    {
        using var document = Open(Samples.BadJson);
        await document.WaitForReportAsync(final: true, CancellationToken.None).Within();
        _deepest = static () => null;

        document.Recheck();

        var report = await document.WaitForReportAsync(final: false, CancellationToken.None).Within();
        Assert.That((report!.Report.Findings.Count, report.IsFirst, report.IsNews), Is.EqualTo((0, false, true)));
    }

    [Test]
    public async Task Recheck_OfTheSame_IsNoNews()
    {
        using var document = Open(Samples.BadJson);
        await document.WaitForReportAsync(final: true, CancellationToken.None).Within();

        document.Recheck();

        var report = await document.WaitForReportAsync(final: true, CancellationToken.None).Within();
        Assert.That((report!.IsFirst, report.IsNews), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task Off_EveryVersion_IsAnsweredAndThenCheckedAgainRightly()
    {
        _deepest = static () => null;
        using var document = Open(Samples.GoodJson);
        Change(document, 2, Samples.BadJson);
        Assert.That((await document.WaitForReportAsync(final: true, CancellationToken.None).Within())!.Version, Is.EqualTo(2));
        Change(document, 3, "\n\n" + Samples.BadJson);

        _deepest = static () => Layer.Exact;
        document.Recheck();

        var report = await document.WaitForReportAsync(final: true, CancellationToken.None).Within();
        Assert.That(report!.Report.Findings.Single().Span.Start, Is.GreaterThan(2));
    }

    [Test]
    public async Task Failure_OfACheck_EndsTheWaitAndTheNextChangeIsChecked()
    {
        _deepest = static () => throw new InvalidOperationException("broken");
        using var document = Open(Samples.GoodJson);
        Assert.That(await document.WaitForReportAsync(final: true, CancellationToken.None).Within(), Is.Null);
        Assert.That(_errors, Has.Count.EqualTo(1));

        _deepest = static () => Layer.Exact;
        Change(document, 2, Samples.BadJson);

        Assert.That((await document.WaitForReportAsync(final: true, CancellationToken.None).Within())!.Report.Findings, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Dispose_WhileSomebodyWaits_EndsTheWait()
    {
        var document = new OpenDocument("file:///a.json", _engine.Open(_engine.Catalogue.Find("json")!), 1, SourceText.From("{}"), _deepest, NoteIn(_reports), _errors.Add);
        var wait = document.WaitForReportAsync(final: true, CancellationToken.None); // for ever: nothing has started

        document.Dispose();

        Assert.That(await wait.Within(), Is.Null);
        Assert.That(await document.WaitForReportAsync(final: true, CancellationToken.None).Within(), Is.Null, "nor is anything to come later");
        await document.Ended.Within();
        document.Dispose();
        document.Recheck();
    }

    [Test]
    public async Task Dispose_InTheMiddle_ReportsNothingAfterwards([Range(1, 30)] int round)
    {
        var document = Open(Samples.GoodJson);
        for (var version = 2; version < round; version++)
        {
            Change(document, version, Samples.BadJson + new string(' ', version));
        }

        document.Dispose();
        await document.Ended.Within();

        Assert.That(_errors, Is.Empty);
        Assert.That(_reports.Select(static report => report.Version), Is.Ordered);
    }

    private OpenDocument Open(string text)
    {
        var document = new OpenDocument(
            "file:///a.json", _engine.Open(_engine.Catalogue.Find("json")!), 1, SourceText.From(text), () => _deepest(), NoteIn(_reports), _errors.Add);
        document.Start();
        return document;
    }

    private static void Change(OpenDocument document, int version, string text)
    {
        var (after, edits) = DocumentChanges.Apply(document.Text, [new UltimateCopilot.Lsp.Protocol.TextDocumentContentChangeEvent(text)], PositionEncoding.Utf16);
        document.Change(version, after, edits);
    }

    private static Func<OpenDocument, CheckedVersion, ValueTask> NoteIn(List<CheckedVersion> reports) => (_, report) =>
    {
        reports.Add(report);
        return ValueTask.CompletedTask;
    };
}
