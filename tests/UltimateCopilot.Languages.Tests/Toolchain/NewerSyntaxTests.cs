using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
internal sealed class NewerSyntaxTests
{
    private static readonly SourceText Text = SourceText.From("old\nnew form\nold\n");

    private static readonly NewerSyntax[] Forms = [new("3.12", new Regex("new"))];

    [TestCase("3.11.7", false)]
    [TestCase("3.9", false)]
    [TestCase("2.30", false)]
    [TestCase("3", false)]
    [TestCase("3.12", true)]
    [TestCase("3.12.1+6-debian", true)]
    [TestCase("4.0", true)]
    [TestCase("no version", true)]
    [TestCase(null, true)]
    public void Judge_MistakeOnALineWithANewerForm_CountsIfTheToolchainKnowsTheForm(string? version, bool counts) =>
        Assert.That(NewerSyntax.Judge([At(4)], Text, version, Forms), counts ? Has.Count.EqualTo(1) : Is.Null);

    [Test]
    public void Judge_MistakeBeforeTheNewerForm_Counts() => Assert.That(NewerSyntax.Judge([At(0), At(4)], Text, "3.11", Forms), Has.Count.EqualTo(2));

    [Test]
    public void Judge_NoMistake_Counts() => Assert.That(NewerSyntax.Judge([], Text, "3.11", Forms), Is.Empty);

    private static Finding At(int start) => new() { Code = FindingCodes.Rejected, Span = new TextSpan(start, start), Message = "wrong" };
}
