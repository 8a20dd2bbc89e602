using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Allowances;

/// <summary>
/// Constructs that are fine although a grammar does not know them, in <c>TestData/constructs</c>: a title after '===', then the code. The first
/// entry of a file is a mistake, which is found behind each of them.
/// </summary>
[TestFixture]
public sealed class ConstructTests
{
    private const string TitleMark = "=== ";

    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "TestData", "constructs");

    public static IEnumerable<TestCaseData> All =>
        from file in Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal)
        let language = Path.GetFileNameWithoutExtension(file)
        let entries = Read(file)
        from entry in entries.Skip(1)
        select new TestCaseData(language, entry.Code, entries[0].Code).SetArgDisplayNames(language, entry.Title);

    [TestCaseSource(nameof(All))]
    public void Check_OfAConstruct_FindsNothing(string language, string code, string mistake) =>
        Assert.That(Check(language, code).Select(static finding => finding.Message), Is.Empty, code);

    [TestCaseSource(nameof(All))]
    public void Check_OfAMistakeBehindAConstruct_FindsIt(string language, string code, string mistake)
    {
        var text = code + "\n" + mistake;
        var places = Check(language, text).Select(finding => text[finding.Span.Start..finding.Span.End] + " at " + finding.Span.Start);
        Assert.That(Check(language, text).Select(static finding => finding.Span.End), Is.Not.Empty.And.All.GreaterThan(code.Length), string.Join(", ", places));
    }

    private static List<Finding> Check(string language, string code)
    {
        using var layer = new FastLayer(Catalogue.Find(language)!);
        return layer.Check(SourceText.From(code), null, CancellationToken.None);
    }

    private static List<(string Title, string Code)> Read(string file) =>
        [.. File.ReadAllText(file).Split("\n" + TitleMark).Select(static entry => (entry.Split('\n')[0].Replace(TitleMark, string.Empty, StringComparison.Ordinal), entry[(entry.IndexOf('\n') + 1)..].TrimEnd() + "\n"))];
}
