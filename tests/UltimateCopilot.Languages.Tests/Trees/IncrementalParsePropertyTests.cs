using FsCheck;
using FsCheck.Fluent;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Trees;

/// <summary>
/// After any edits, the fast layer says of a text what it says of it when it sees it for the first time: in every detail once settled, which
/// a text that it calls sound is at once.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class IncrementalParsePropertyTests
{
    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();

    private static readonly string[] Pieces =
        ["(", ")", "{", "}", "[", "]", "\"", "'", "`", ":", ",", ";", "\n", "\r\n", "\n    ", "x", "if ", "1", "<a>", "</a>", "# ", "/*", "*/", "- ", "😀", "\t", " = ", "def f():\n",
         "let a;", "break;", "async ", "function f(a, a) {}", "class A {", "end\n", "return 1\n", "fi\n"];

    public static IEnumerable<string> Languages => Catalogue.Languages.Select(static language => language.Id);

    [TestCaseSource(nameof(Languages))]
    public void Check_AfterAnyEdits_EqualsACheckFromScratch(string id)
    {
        var language = Catalogue.Find(id)!;
        var seed = File.ReadAllText(SeedOf(id));
        var insert = Gen.Elements(Pieces).ArrayOf().Select(static pieces => string.Concat(pieces.Take(3)));
        var step = from at in Gen.Choose(0, 1_000) from length in Gen.Choose(0, 12) from text in insert select (at, length, text);
        Prop.ForAll(Arb.From(step.ArrayOf()), steps =>
        {
            using var incremental = new FastLayer(language);
            var text = SourceText.From(seed);
            incremental.Check(text, null, CancellationToken.None);
            foreach (var (at, length, replacement) in steps.Take(8))
            {
                var start = at * text.Length / 1_000;
                var span = new TextSpan(start, Math.Min(start + length, text.Length));
                text = text.Replace(span, replacement);
                var found = incremental.Check(text, [new DocumentEdit(new TextChange(span, replacement.Length), text)], CancellationToken.None);
                using var anew = new FastLayer(language);
                var expected = anew.Check(text, null, CancellationToken.None);
                if (incremental.IsProvisional)
                {
                    found = incremental.Settle(text, CancellationToken.None);
                }

                Assert.That(Brief(found, text), Is.EqualTo(Brief(expected, text)), text.ToString());
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(20_260_801, 1));
    }

    private static string SeedOf(string id) => Path.Combine(TestContext.CurrentContext.TestDirectory, "TestData", "valid", id + ".txt");

    private static string[] Brief(List<Languages.Findings.Finding> findings, SourceText text) =>
        [.. findings.Select(finding => $"{finding.Code} {text.PositionAt(finding.Span.Start)} {finding.Message}")];
}
