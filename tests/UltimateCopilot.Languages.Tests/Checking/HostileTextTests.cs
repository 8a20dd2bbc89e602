using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Checking;

/// <summary>Whatever is opened as a file of any language may be refused; it never crashes, hangs, or makes findings that lie outside of it.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class HostileTextTests
{
    private const int Limit = 60_000; // milliseconds; generous: a hang has none

    private static readonly SyntaxEngine Engine = new(TimeProvider.System);

    public static IEnumerable<TestCaseData> Cases =>
        from language in Engine.Catalogue.Languages
        from hostile in HostileTexts.Small
        select new TestCaseData(language, hostile.Code).SetName($"Check_{hostile.Title}_{language.Id}");

    public static IEnumerable<LanguageDefinition> Languages => Engine.Catalogue.Languages;

    [TestCaseSource(nameof(Cases))]
    [CancelAfter(Limit)]
    public async Task Check_HostileText_IsAnswered(LanguageDefinition language, Func<string> make, CancellationToken cancellation)
    {
        var text = SourceText.From(make());
        var report = await Engine.CheckAsync(language, text, Layer.Exact, cancellation);
        AssertSound(report, text);
    }

    /// <summary>Half of a file, then half of a character, an unexpected mark: what an editor sends while a file of another kind is open.</summary>
    [TestCaseSource(nameof(Languages))]
    [CancelAfter(Limit)]
    public async Task Check_EditsOfHostileText_AreAnswered(LanguageDefinition language, CancellationToken cancellation)
    {
        using var checker = Engine.Open(language);
        var text = SourceText.From("a\n");
        await LastAsync(checker, text, null, cancellation);
        foreach (var (_, make) in HostileTexts.Small)
        {
            var code = make();
            var piece = code[..Math.Min(code.Length, 500)];
            var span = new TextSpan(text.Length / 2, text.Length / 2);
            var after = text.Replace(span, piece);
            AssertSound(await LastAsync(checker, after, [new DocumentEdit(new TextChange(span, piece.Length), after)], cancellation), after);
            text = after;
        }
    }

    private static async Task<SyntaxReport> LastAsync(DocumentChecker checker, SourceText text, IReadOnlyList<DocumentEdit>? edits, CancellationToken cancellation)
    {
        SyntaxReport? last = null;
        await foreach (var report in checker.CheckAsync(text, edits, Layer.Exact, cancellation))
        {
            last = report;
        }

        return last!;
    }

    private static void AssertSound(SyntaxReport report, SourceText text)
    {
        Assert.That(report.IsFinal, Is.True);
        Assert.That(report.Findings.Select(static finding => finding.Span), Is.All.Matches<TextSpan>(span => span.Start >= 0 && span.End >= span.Start && span.End <= text.Length));
        Assert.That(report.Findings.Select(static finding => finding.Message), Is.All.Not.Empty);
    }
}
