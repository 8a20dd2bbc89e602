using UltimateCopilot.Languages.Embedded;

namespace UltimateCopilot.Languages.Tests.Embedded;

/// <summary>How the language of a piece is named.</summary>
[TestFixture]
public sealed class LanguageNameTests
{
    [TestCase("js", "js")]
    [TestCase(" ts twoslash ", "ts")]
    [TestCase("js{1,3-5}", "js")]
    [TestCase("{.python .numberLines}", "python")]
    [TestCase("{r, echo=FALSE}", "r")]
    [TestCase("yaml:config.yml", "yaml")]
    [TestCase("rust,no_run", "rust")]
    [TestCase("rust,compile_fail", "")]
    [TestCase("js title=\"invalid\"", "")]
    [TestCase("", "")]
    [TestCase("{#id}", "#id")]
    public void LanguageOf_WordsBehindAFence_IsTheFirst(string info, string language) => Assert.That(FenceInfo.LanguageOf(info), Is.EqualTo(language));

    [TestCase("<script>", "javascript")]
    [TestCase("<script type=\"\">", "javascript")]
    [TestCase("<script TYPE='Module'>", "javascript")]
    [TestCase("<script type=\"text/javascript; charset=utf-8\">", "javascript")]
    [TestCase("<script data-type=\"text/template\" type=text/javascript>", "javascript")]
    [TestCase("<script type=\"application/ld+json\">", "json")]
    [TestCase("<script type=importmap>", "json")]
    [TestCase("<script type=\"text/babel\">", "javascriptreact")]
    [TestCase("<script lang=\"ts\">", "ts")]
    [TestCase("<script type=\"text/x-template\">", "")]
    [TestCase("<script type=\"text/html\">", "")]
    [TestCase("<script\n  async\n  type = \"speculationrules\"\n>", "json")]
    public void Of_StartTag_IsWhatItsAttributesSay(string tag, string language) => Assert.That(TagLanguage.Of(tag, "javascript"), Is.EqualTo(language));
}
