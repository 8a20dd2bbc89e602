using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Checking;

[TestFixture]
public sealed class RefinementTests
{
    private const string Content = "one\ntwo\nthree\nfour\nfive\n";

    private Refinement _refinement = new();
    private SourceText _text = SourceText.Empty;

    [SetUp]
    public void SetUp()
    {
        _refinement = new Refinement();
        _text = SourceText.From(Content);
    }

    [Test]
    public void AfterFast_FindingThatWasOverruled_StaysAwayWhileTypingElsewhere()
    {
        var wrong = On("two");
        _refinement.AfterFiner([wrong], [], overrules: true, _text);
        var edit = Type("five", "x");
        Assert.That(_refinement.AfterFast([Moved(wrong, edit)], [edit]), Is.Empty);
        edit = Type("one", "x");
        Assert.That(_refinement.AfterFast([Moved(wrong, edit)], [edit]), Is.Empty, "also when it moves");
    }

    [Test]
    public void AfterFast_FindingOfAFinerLayer_IsCarriedWhileTypingElsewhere()
    {
        _refinement.AfterFiner([], [On("two") with { Layer = Layer.Toolchain }], overrules: true, _text);
        var shown = _refinement.AfterFast([], [Type("one", "xyz\n")]);
        Assert.That(shown.Select(finding => _text.ToString(finding.Span)), Is.EqualTo(["two"]));
    }

    [TestCase("two", TestName = "AfterFast_FindingWhoseLineIsEdited_IsDropped")]
    [TestCase("wo", TestName = "AfterFast_FindingThatIsEditedWithin_IsDropped")]
    public void AfterFast_Edited(string where)
    {
        _refinement.AfterFiner([], [On("two")], overrules: true, _text);
        Assert.That(_refinement.AfterFast([], [Type(where, "x")]), Is.Empty);
    }

    [Test]
    public void AfterFast_LineOfTheRelatedPlaceIsEdited_DropsTheFinding()
    {
        _refinement.AfterFiner([], [On("four") with { Related = [new RelatedPlace(On("two").Span, "opened here")] }], overrules: true, _text);
        Assert.That(_refinement.AfterFast([], [Type("two", "x")]), Is.Empty);
    }

    [Test]
    public void AfterFast_AllIsMended_ShowsNothing()
    {
        var mistake = On("two");
        _refinement.AfterFiner([mistake], [mistake with { Layer = Layer.Exact }], overrules: true, _text);
        Assert.That(_refinement.AfterFast([], [Type("two", "x")]), Is.Empty);
        Assert.That(_refinement.AfterFiner([], [], overrules: true, _text), Is.Empty);
        Assert.That(_refinement.AfterFast([], [Type("five", "x")]), Is.Empty, "nothing comes back");
    }

    [Test]
    public void AfterFast_AnotherText_KnowsNothingOfTheOneBefore()
    {
        var finding = On("two");
        _refinement.AfterFiner([finding], [], overrules: true, _text);
        Assert.That(_refinement.AfterFast([finding], null), Is.EqualTo([finding]));
    }

    [Test]
    public void AfterFast_NewFinding_IsShownBesideCarriedOnes()
    {
        var old = On("two");
        _refinement.AfterFiner([old], [old], overrules: true, _text);
        var edit = Type("five", "x");
        var added = On("five");
        Assert.That(_refinement.AfterFast([Moved(old, edit), added], [edit]).Select(static finding => finding.Span.Start), Is.EqualTo([old.Span.Start, added.Span.Start]));
    }

    [TestCase(FindingCodes.UnclosedBracket)]
    [TestCase(FindingCodes.UnclosedString)]
    [TestCase(FindingCodes.UnpairedTag)]
    public void AfterFiner_LayerThatSaysOnlyThatTheTextEnds_LeavesTheWordToTheOneThatSaysWhatIsOpen(string code)
    {
        var open = On("two") with { Code = code, Message = "never closed" };
        var end = On("five") with { Code = FindingCodes.UnexpectedEnd, Layer = Layer.Toolchain };
        Assert.That(_refinement.AfterFiner([open], [end], overrules: true, _text), Is.EqualTo((Finding[])[open with { Layer = Layer.Toolchain }]));
    }

    [Test]
    public void AfterFiner_LayersThatMissDifferentTokens_TheFinerOneIsRight()
    {
        var bracket = On("two") with { Code = FindingCodes.UnclosedBracket, Expected = ")" };
        var block = On("five") with { Code = FindingCodes.UnclosedBracket, Expected = "}", Layer = Layer.Toolchain };
        Assert.That(_refinement.AfterFiner([bracket], [block], overrules: true, _text), Is.EqualTo((Finding[])[block]));
    }

    [TestCase("four", "four", TestName = "AfterFiner_LayersThatMissThePartnersOfDifferentOpeners_TheFinerOneIsRight")]
    [TestCase("five", "two", TestName = "AfterFiner_PartnerMissedOnlyAtTheEnd_TheGrammarIsRight")]
    public void AfterFiner_DifferentOpeners(string place, string expected)
    {
        var fast = On("two") with { Code = FindingCodes.UnclosedBracket, Related = [new RelatedPlace(On("one").Span, "opened here")] };
        var finer = On(place) with { Code = FindingCodes.UnclosedBracket, Related = [new RelatedPlace(On("three").Span, "opened here")], Layer = Layer.Toolchain };
        Assert.That(_refinement.AfterFiner([fast], [finer], overrules: true, _text).Select(finding => _text.ToString(finding.Span)), Is.EqualTo((string[])[expected]));
    }

    [TestCase("}", "expected expression", true, TestName = "AfterFiner_ToolchainThatStumblesInAnUnclosedBlock_TheGrammarKnowsTheCause")]
    [TestCase(")", "unexpected 'x', expected ')'", true, TestName = "AfterFiner_ToolchainThatMissesTheSameBracketLater_TheGrammarKnowsTheCause")]
    [TestCase(")", "expected expression", false, TestName = "AfterFiner_ToolchainThatStumblesBehindABracketOfUnsureExtent_TheToolchainKnows")]
    public void AfterFiner_Consequence(string bracket, string message, bool isConsequence)
    {
        var unclosed = On("two") with { Code = FindingCodes.UnclosedBracket, Expected = bracket, Related = [new RelatedPlace(On("one").Span, "opened here")] };
        var stumble = On("five") with { Code = FindingCodes.MissingToken, Message = message, Layer = Layer.Toolchain };
        Assert.That(_refinement.AfterFiner([unclosed], [stumble], overrules: true, _text), Is.EqualTo((Finding[])[isConsequence ? unclosed with { Layer = Layer.Toolchain } : stumble]));
    }

    [TestCase("expected ')' or ',' before 'x'", ",", "fast")]
    [TestCase("expected ')' before 'x'", ";", "finer")]
    public void AfterFiner_BothMissATokenOnALine_TheGrammarSpeaksIfTheToolchainMissesTheSame(string message, string expected, string who)
    {
        var fast = On("two") with { Code = FindingCodes.MissingToken, Expected = expected, Message = "fast" };
        var finer = On("two") with { Code = FindingCodes.MissingToken, Message = message, Layer = Layer.Toolchain };
        Assert.That(_refinement.AfterFiner([fast], [finer], overrules: true, _text).Single().Message, Is.EqualTo(who == "fast" ? "fast" : message));
    }

    [Test]
    public void AfterFiner_MisspeltKeyword_IsTheCauseOfWhatTheToolchainMissesBehindIt()
    {
        var misspelt = On("two") with { Code = FindingCodes.UnexpectedToken, Expected = "to" };
        var finer = On("two") with { Code = FindingCodes.MissingToken, Message = "expected ';'", Layer = Layer.Toolchain };
        Assert.That(_refinement.AfterFiner([misspelt], [finer], overrules: true, _text), Is.EqualTo((Finding[])[misspelt with { Layer = Layer.Toolchain }]));
    }

    [Test]
    public void AfterFiner_WhatAToolchainSaysBehindItsFirstMistake_CountsWhereTheGrammarSeesItToo()
    {
        Finding[] said = [On("one") with { Layer = Layer.Toolchain }, On("three") with { Layer = Layer.Toolchain }, On("five") with { Layer = Layer.Toolchain }];
        Assert.That(_refinement.AfterFiner([], said, overrules: true, _text), Is.EqualTo(said[..1]));
        Assert.That(_refinement.AfterFiner([On("five")], said, overrules: true, _text), Is.EqualTo((Finding[])[said[0], said[2]]));
        Assert.That(_refinement.AfterFiner([], [.. said.Select(static finding => finding with { Layer = Layer.Exact })], overrules: true, _text), Has.Count.EqualTo(3));
    }

    [Test]
    public void AfterFiner_SeveralBracketsAreOpenWhereTheTextEnds_TellsOfTheInnermost()
    {
        Finding[] open = [Unclosed("one", "one"), Unclosed("four", "two")];
        var end = On("five") with { Code = FindingCodes.UnexpectedEnd };
        Assert.That(_refinement.AfterFiner([.. open], [end], overrules: true, _text).Select(finding => _text.ToString(finding.Span)), Is.EqualTo(["four"]));
    }

    [Test]
    public void AfterFiner_LayerThatNamesTheOpener_FindsItsPartner()
    {
        Finding[] open = [Unclosed("three", "one"), Unclosed("four", "two")];
        var opener = On("one") with { Code = FindingCodes.UnclosedBracket };
        Assert.That(_refinement.AfterFiner([.. open], [opener], overrules: true, _text).Select(finding => _text.ToString(finding.Span)), Is.EqualTo(["three"]));
    }

    [Test]
    public void AfterFiner_MarkerAndFindingsOfTheFastLayer_KeepsThoseThatTheFinerLayerConfirms()
    {
        Finding[] fast = [On("one"), On("three"), On("five") with { Code = FindingCodes.CodeFence }];
        var shown = _refinement.AfterFiner([.. fast], [On("three"), On("five")], overrules: true, _text);
        Assert.That(shown.Select(finding => _text.ToString(finding.Span)), Is.EqualTo(["three", "five"]));
    }

    [Test]
    public void AfterJudge_BothReject_OursTellsWhere()
    {
        var ours = On("two");
        Assert.That(_refinement.AfterJudge([ours], [On("four")], _text), Is.EqualTo((Finding[])[ours with { Layer = Layer.Toolchain }]));
        Assert.That(_refinement.AfterJudge([ours with { Severity = Severity.Warning }], [On("four")], _text).Single().Span, Is.EqualTo(On("four").Span), "a doubt is no rejection");
        Assert.That(_refinement.AfterJudge([], [On("four")], _text), Has.Count.EqualTo(1));
        Assert.That(_refinement.AfterJudge([ours], [], _text), Is.Empty);
    }

    [Test]
    public void AfterFiner_SilentLayerThatDoesNotOverrule_KeepsTheFindings()
    {
        var finding = On("two");
        Assert.That(_refinement.AfterFiner([finding], [], overrules: false, _text), Is.EqualTo([finding]));
    }

    [Test]
    public void AfterFiner_ConflictThatTheLanguageTakes_IsAWarning()
    {
        var marker = On("two") with { Code = FindingCodes.ConflictMarker };
        Assert.That(_refinement.AfterFiner([marker, On("four")], [], overrules: true, _text), Is.EqualTo([marker with { Severity = Severity.Warning }]));
    }

    [Test]
    public void AfterReplacing_FindingsOfTheGrammar_CountForNothing()
    {
        var finding = On("four");
        Assert.That(_refinement.AfterReplacing([On("two"), On("four") with { Related = [new RelatedPlace(On("one").Span, "opened here")] }], [finding], clearsMarkers: true), Is.EqualTo([finding]));
        Assert.That(_refinement.AfterReplacing([On("two")], [], clearsMarkers: true), Is.Empty);
    }

    [Test]
    public void AfterReplacing_Conflict_ExplainsAll()
    {
        var marker = On("two") with { Code = FindingCodes.ConflictMarker };
        Assert.That(_refinement.AfterReplacing([marker, On("three")], [On("two"), On("four")], clearsMarkers: true), Is.EqualTo([marker]));
        Assert.That(_refinement.AfterReplacing([marker], [], clearsMarkers: true), Is.EqualTo([marker with { Severity = Severity.Warning }]), "the language takes it");
    }

    [Test]
    public void AfterFiner_InformationAlone_IsNoVerdict()
    {
        var finding = On("two");
        var note = On("five") with { Severity = Severity.Information };
        Assert.That(_refinement.AfterFiner([finding], [note], overrules: true, _text), Is.EqualTo([finding, note]));
    }

    [Test]
    public void AfterFiner_TwoWordsForOneMistake_AreOneFinding()
    {
        var fast = On("two") with { Related = [new RelatedPlace(On("one").Span, "opened here")] };
        var merged = _refinement.AfterFiner([fast], [On("three") with { Layer = Layer.Exact, Code = FindingCodes.Rejected }], overrules: true, _text);
        Assert.That(merged, Is.EqualTo([fast with { Layer = Layer.Exact }]));
    }

    private Finding Unclosed(string where, string opener) =>
        On(where) with { Code = FindingCodes.UnclosedBracket, Related = [new RelatedPlace(On(opener).Span, "opened here")] };

    private Finding On(string word)
    {
        var start = _text.ToString().IndexOf(word, StringComparison.Ordinal);
        return new Finding { Code = FindingCodes.UnexpectedToken, Span = new TextSpan(start, start + word.Length), Message = $"unexpected '{word}'" };
    }

    private DocumentEdit Type(string where, string what)
    {
        var start = _text.ToString().IndexOf(where, StringComparison.Ordinal);
        _text = _text.Replace(new TextSpan(start, start), what);
        return new DocumentEdit(new TextChange(new TextSpan(start, start), what.Length), _text);
    }

    private static Finding Moved(Finding finding, DocumentEdit edit) => finding.MovedBy(edit.Change);
}
