using UltimateCopilot.Cli.Check;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Tests.Cli;

internal sealed class FindingTitlesTests
{
    [TestCaseSource(typeof(FindingCodes), nameof(FindingCodes.All))]
    public void Title_OfEveryCode_IsItsOwn(string code) => Assert.That(FindingTitles.Of(code), Is.Not.EqualTo(FindingTitles.Of("UC0000")));
}
