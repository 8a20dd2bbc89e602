using UltimateCopilot.Languages.Catalogue;

namespace UltimateCopilot.Languages.Tests.Explain;

/// <summary>What a person reads for typical mistakes, kept in <c>TestData/mistakes</c>.</summary>
[TestFixture]
public sealed class MistakeTests
{
    private static readonly string[] Languages = [.. LanguageCatalogue.Load().Languages.Select(static language => language.Id).Where(MistakeBook.Exists)];

    public static IEnumerable<Mistake> All => Languages.SelectMany(MistakeBook.Read);

    [TestCaseSource(nameof(All))]
    public void Check_TypicalMistake_IsExplained(Mistake mistake) =>
        Assert.That(MistakeBook.Answer(mistake.Language, mistake.Code), Is.EqualTo(mistake.Answer), mistake.Code);

    [TestCaseSource(nameof(Languages))]
    public void Book_OfEveryLanguage_HasTwelveMistakes(string language) =>
        Assert.That(MistakeBook.Read(language).Count(), Is.GreaterThanOrEqualTo(12));

    [Test]
    [Explicit("Writes what is said today into the books; read the difference before you commit it.")]
    public void Record()
    {
        foreach (var language in Languages)
        {
            MistakeBook.Write(language, [.. MistakeBook.Read(language)]);
        }
    }
}
