using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Textual;

namespace UltimateCopilot.Languages.Tests.Textual;

[TestFixture]
public sealed class TextualCheckTests
{
    private const string Conflict = "<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\n";

    private static readonly LanguageDefinition Plain = new() { Id = "plain", Name = "Plain" };
    private static readonly LanguageDefinition Markdown = new() { Id = "markdown", Name = "Markdown", IsProse = true };

    [TestCase(Conflict)]
    [TestCase("<<<<<<<\n=======\n>>>>>>>")]
    [TestCase("a\r\n<<<<<<< HEAD\r\nours\r\n=======\r\ntheirs\r\n>>>>>>> other\r\n")]
    [TestCase("a\r<<<<<<< HEAD\rours\r=======\rtheirs\r>>>>>>> other\r")]
    [TestCase("<<<<<<< HEAD\nours\n||||||| base\nbefore\n=======\ntheirs\n>>>>>>> other\n")]
    [TestCase("<<<<<<< HEAD\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> other\n")]
    public void Check_ConflictMarkers_AreOneFinding(string content)
    {
        var text = SourceText.From(content);
        var finding = Find(text).Single();
        Assert.That(finding.Code, Is.EqualTo(FindingCodes.ConflictMarker));
        Assert.That(text.ToString(finding.Span), Does.StartWith("<<<<<<<"));
        Assert.That(finding.Related.Select(place => text.ToString(place.Span)[..7]), Is.EqualTo(["=======", ">>>>>>>"]));
    }

    [TestCase("Title\n=======\n\ntext\n", TestName = "Check_HeadingOfAnOldStyle_IsNoConflict")]
    [TestCase("<<<<<< HEAD\nours\n======\ntheirs\n>>>>>> other\n", TestName = "Check_SixCharacters_AreNoConflict")]
    [TestCase("<<<<<<<< HEAD\nours\n========\ntheirs\n>>>>>>>> other\n", TestName = "Check_EightCharacters_AreNoConflict")]
    [TestCase(" <<<<<<< HEAD\nours\n =======\ntheirs\n >>>>>>> other\n", TestName = "Check_IndentedMarkers_AreNoConflict")]
    [TestCase("<<<<<<<HEAD\nours\n=======\ntheirs\n>>>>>>>other\n", TestName = "Check_NoBlankBehindMarkers_IsNoConflict")]
    [TestCase("", TestName = "Check_EmptyText_IsNoConflict")]
    [TestCase("<", TestName = "Check_LoneCharacter_IsNoConflict")]
    public void Check_NoConflict(string content) => Assert.That(Find(SourceText.From(content)), Is.Empty);

    [TestCase("=======\n>>>>>>> quoted\n", 1, TestName = "Check_NoStart_IsDoubtful")]
    [TestCase("<<<<<<< HEAD\nours\n>>>>>>> other\n", 2, TestName = "Check_NoMiddle_IsDoubtful")]
    [TestCase("<<<<<<< HEAD\nours\n=======\n", 1, TestName = "Check_NoEnd_IsDoubtful")]
    public void Check_PartOfAConflict_IsAWarning(string content, int findings)
    {
        var found = Find(SourceText.From(content));
        Assert.That(found, Has.Count.EqualTo(findings));
        Assert.That(found.Select(static finding => finding.Severity), Is.All.EqualTo(Severity.Warning));
    }

    [Test]
    public void Check_TwoConflicts_AreTwoFindings() => Assert.That(Find(SourceText.From(Conflict + "between\n" + Conflict)), Has.Count.EqualTo(2));

    [Test]
    public void Check_MarkersAtEveryPlaceAroundAChunkBorder_AreFound()
    {
        for (var shift = TextChunk.TargetLength - 60; shift <= TextChunk.TargetLength + 10; shift++)
        {
            var content = new string('x', shift - 1) + "\n" + Conflict + new string('y', 2 * TextChunk.TargetLength);
            var finding = Find(SourceText.From(content)).SingleOrDefault();
            Assert.That(finding?.Span.Start, Is.EqualTo(shift), $"{shift} units before");
        }
    }

    [Test]
    public void Check_MarkerAtTheStartOfAChunkByEdits_IsFound()
    {
        var text = SourceText.From(new string('x', 5_000));
        text = text.Replace(new TextSpan(2_500, 2_500), "\n");
        text = text.Replace(new TextSpan(2_501, 2_501), Conflict);
        Assert.That(Find(text).Single().Span.Start, Is.EqualTo(2_501));
    }

    [TestCase("```\ncode\n```\n", 2)]
    [TestCase("```python\ncode\n", 1)]
    [TestCase("\n\n```ts\r\ncode\r\n```\r\n\r\n", 2)]
    [TestCase("code\n```", 1)]
    [TestCase("```", 1)]
    [TestCase("code\n```python\n", 0)]
    [TestCase("``` a b\ncode\n", 0)]
    [TestCase("const a = `\n`;\n", 0)]
    [TestCase("code\n```\ncode\n", 0)]
    public void Check_CodeFence_IsFoundAsFirstAndLastLine(string content, int findings)
    {
        var found = Find(SourceText.From(content));
        Assert.That(found, Has.Count.EqualTo(findings));
        Assert.That(found.Select(static finding => finding.Code), Is.All.EqualTo(FindingCodes.CodeFence));
    }

    [Test]
    public void Check_CodeFenceInMarkdown_IsFine() => Assert.That(TextualCheck.Check(SourceText.From("```\ncode\n```\n"), Markdown), Is.Empty);

    private static List<Finding> Find(SourceText text) => TextualCheck.Check(text, Plain);
}
