using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Rules;

/// <summary>
/// What is a mistake and what is not, by the specification of each language: in <c>TestData/checks</c> a line for each text, behind '-' where it
/// has a mistake and behind '+' where it has none. '⏎' stands for a line break.
/// </summary>
[TestFixture]
public sealed class TreeChecksTests
{
    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();

    private static IEnumerable<TestCaseData> Mistakes => Lines('-');

    private static IEnumerable<TestCaseData> Fine => Lines('+');

    [TestCaseSource(nameof(Mistakes))]
    public void Check_Mistake_IsFound(string language, string code) => Assert.That(Find(language, code), Is.Not.Empty.And.All.Not.Empty);

    [TestCaseSource(nameof(Fine))]
    public void Check_WhatTheLanguageTakes_IsFine(string language, string code) => Assert.That(Find(language, code), Is.Empty);

    private static IEnumerable<string> Find(string language, string code)
    {
        using var layer = new FastLayer(Catalogue.Find(language)!);
        return layer.Check(SourceText.From(code.Replace('⏎', '\n')), null, CancellationToken.None).Select(static finding => finding.Message);
    }

    private static IEnumerable<TestCaseData> Lines(char mark)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestContext.CurrentContext.TestDirectory, "TestData", "checks")).Order())
        {
            var language = Path.GetFileNameWithoutExtension(file);
            foreach (var code in File.ReadLines(file).Where(line => line.StartsWith(mark)).Select(static line => line[2..]))
            {
                yield return new TestCaseData(language, code) { TestName = $"Check_{language}_{(mark == '-' ? "Mistake" : "Fine")}({code})" };
            }
        }
    }
}
