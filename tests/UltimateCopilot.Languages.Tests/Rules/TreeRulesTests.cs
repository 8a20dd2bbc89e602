using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Rules;

namespace UltimateCopilot.Languages.Tests.Rules;

[TestFixture]
public sealed class TreeRulesTests
{
    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();

    [TestCaseSource(nameof(Languages))]
    public void Of_EveryLanguage_UnderstandsItsChecks(string id) => Assert.That(() => TreeRules.Of(Catalogue.Find(id)!), Throws.Nothing);

    private static IEnumerable<string> Languages => Catalogue.Languages.Select(static language => language.Id);
}
