using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Textual;

namespace UltimateCopilot.Languages.Tests.Textual;

[TestFixture]
public sealed class PythonLayoutTests
{
    private static readonly LanguageDefinition Python = LanguageCatalogue.Load().Find("python")!;

    [TestCase("if a: b\nelif c: d\nelse: e\n", TestName = "Check_BlocksOnOneLine_AreFine")]
    [TestCase("if a:  # why\n    # what\n\n    b\n", TestName = "Check_CommentsAndBlankLines_AreFine")]
    [TestCase("x = [\n1,\n        2,\n  3]\nb\n", TestName = "Check_AnyIndentationInBrackets_IsFine")]
    [TestCase("x = a + \\\n        b\nc\n", TestName = "Check_LineJoinedByBackslash_IsFine")]
    [TestCase("if a and \\\n   b:\n    c\n", TestName = "Check_HeaderJoinedByBackslash_IsFine")]
    [TestCase("s = '''\n    any\n  way\n'''\nb\n", TestName = "Check_AnyIndentationInALongString_IsFine")]
    [TestCase("s = 'a\\\nb'\nc\n", TestName = "Check_StringJoinedByBackslash_IsFine")]
    [TestCase("s = 'a\\\r\nb'\r\nc\r\n", TestName = "Check_StringJoinedByBackslashWithCrLf_IsFine")]
    [TestCase("s = rb'\\\\'\nif a:\n    b\n", TestName = "Check_RawBytes_AreFine")]
    [TestCase("if a:\n\tb\n\tif c:\n\t\td\ne\n", TestName = "Check_TabsAlone_AreFine")]
    [TestCase("if a:\n    b\n  # odd\nelse:\n  c\n", TestName = "Check_BlocksOfDifferentDepth_AreFine")]
    [TestCase("match = 1\ncase = 2\nmatch(x)\n", TestName = "Check_SoftKeywordsAsNames_AreFine")]
    [TestCase("match x:\n    case 1:\n        a\n    case _: b\n", TestName = "Check_Match_IsFine")]
    [TestCase("async def f():\n    async with a as b:\n        c\n", TestName = "Check_Async_IsFine")]
    [TestCase("if (a := 1):\n    b\n", TestName = "Check_AssignmentInACondition_IsFine")]
    [TestCase("def f(): ...\nclass A: pass\nx: int\nlambda: 0\n", TestName = "Check_ColonsOfOtherKinds_AreFine")]
    [TestCase("if a:\r    b\rc\r", TestName = "Check_LoneCarriageReturns_AreLineBreaks")]
    [TestCase("\uFEFFif a:\n    b\n", TestName = "Check_ByteOrderMark_IsNoIndentation")]
    [TestCase("\f\nif a:\n    b\n\f\nc\n", TestName = "Check_FormFeeds_AreFine")]
    [TestCase("x = {\n", TestName = "Check_BracketsThatDoNotAddUp_AreLeftToTheGrammar")]
    [TestCase("x = 'a\n   b\n c\n", TestName = "Check_StringsThatAreNotClosed_AreLeftToTheGrammar")]
    [TestCase("", TestName = "Check_NothingAtAll_IsFine")]
    public void Check_Fine(string code) => Assert.That(Say(code), Is.Empty);

    [TestCase("  a\n", "1:1 UC1010")]
    [TestCase("a\n  b\nc\n", "2:1 UC1010")]
    [TestCase("if a:\n    b\n  c\nd\n", "3:1 UC1010")]
    [TestCase("if a:\n        b\n\tc\n", "3:1 UC1010")]
    [TestCase("if a:\nb\n", "1:1 UC1011")]
    [TestCase("if a:\n    for b in c:\nd\n", "2:5 UC1011")]
    [TestCase("while a:", "1:1 UC1011")]
    [TestCase("if a:\n    b\nelse:\n# why\nc\n", "3:1 UC1011")]
    [TestCase("while a\n    b\n", "1:7 UC1004")]
    [TestCase("class A\n    b = 1\nc\n", "1:7 UC1004")]
    [TestCase("async def f()\n    b\n", "1:13 UC1004")]
    [TestCase("try\n    a\nexcept\n    b\n", "1:3 UC1004, 3:6 UC1004")]
    [TestCase("for a in b  # why\n    c\n", "1:10 UC1004")]
    [TestCase("if x[1:2]\n    a\n", "1:9 UC1004")]
    [TestCase("wihle a:\n    b\n", "1:1 UC1005")]
    public void Check_Mistake(string code, string found) => Assert.That(Say(code), Is.EqualTo(found));

    private static string Say(string code)
    {
        var text = SourceText.From(code);
        return string.Join(", ", PythonLayout.Check(text, Python.Headers).Select(finding =>
            text.PositionAt(finding.Span.Start) is var place ? $"{place.Line + 1}:{place.Column + 1} {finding.Code}" : string.Empty));
    }
}
