using FsCheck;
using FsCheck.Fluent;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Tests.Explain;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Catalogue;

namespace UltimateCopilot.Languages.Tests.Embedded;

/// <summary>After any edits the final findings of a document with code of other languages are those of a check from scratch.</summary>
[TestFixture]
[CancelAfter(300_000)]
public sealed class EmbeddedPropertyTests
{
    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();

    private static readonly string[] Pieces =
        ["(", ")", "{", "[", "\"", "'", "```", "```js\n", "\n```\n", "\n", "\r\n", "> ", "- ", "  ", "---\n", "<script>", "</script>", "<style>", "-->", "{{ a }}", "{% if %}", "x", "😀", " type=\"module\""];

    [TestCase("html")]
    [TestCase("markdown")]
    public void Check_AfterAnyEdits_EqualsACheckFromScratch(string id)
    {
        var language = Catalogue.Find(id)!;
        var seed = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "TestData", "valid", id + ".txt"));
        var insert = Gen.Elements(Pieces).ArrayOf().Select(static pieces => string.Concat(pieces.Take(2)));
        var step = from at in Gen.Choose(0, 1_000) from length in Gen.Choose(0, 6) from text in insert select (at, length, text);
        Prop.ForAll(Arb.From(step.ArrayOf()), steps =>
        {
            using var incremental = MistakeBook.Open(language);
            var text = SourceText.From(seed);
            Check(incremental, text, null);
            foreach (var (at, length, replacement) in steps.Take(8))
            {
                var start = at * text.Length / 1_000;
                var span = new TextSpan(start, Math.Min(start + length, text.Length));
                text = text.Replace(span, replacement);
                var found = Check(incremental, text, [new DocumentEdit(new TextChange(span, replacement.Length), text)]);
                using var anew = MistakeBook.Open(language);
                Assert.That(found, Is.EqualTo(Check(anew, text, null)), text.ToString());
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20_260_802, 1));
    }

    [Test]
    public void Check_KeystrokesInOnePiece_ChecksThatOneAlone()
    {
        var opened = 0;
        var checkers = new UltimateCopilot.Languages.Exact.ExactParsers();
        var languages = new UltimateCopilot.Languages.Embedded.EmbeddedLanguages(static () => Catalogue, language =>
        {
            opened++;
            return MistakeBook.Open(language);
        });
        using var checker = new DocumentChecker(Catalogue.Find("markdown")!, path: null, checkers, static () => null, () => languages);
        var text = SourceText.From("# a\n\n" + string.Concat(Enumerable.Repeat("```js\nf();\n```\n\nb\n\n", 20)));
        Check(checker, text, null);
        Assert.That(opened, Is.EqualTo(20));
        for (var i = 1; i <= 3; i++)
        {
            var at = text.ToString().IndexOf("f(", StringComparison.Ordinal);
            text = text.Replace(new TextSpan(at, at), "g");
            Check(checker, text, [new DocumentEdit(new TextChange(new TextSpan(at, at), 1), text)]);
            Assert.That(opened, Is.EqualTo(20 + i), "in a piece");
        }

        text = text.Replace(new TextSpan(2, 3), "c");
        Check(checker, text, [new DocumentEdit(new TextChange(new TextSpan(2, 3), 1), text)]);
        Assert.That(opened, Is.EqualTo(23), "elsewhere");
    }

    private static string[] Check(DocumentChecker checker, SourceText text, IReadOnlyList<DocumentEdit>? edits) =>
        [.. checker.CheckAsync(text, edits, Languages.Findings.Layer.Exact, CancellationToken.None).ToBlockingEnumerable().Last().Findings
            .Select(finding => $"{text.PositionAt(finding.Span.Start)} {finding.Code} {finding.Severity} {finding.Message}")];
}
