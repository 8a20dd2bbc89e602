using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
internal sealed class ToolPlacesTests
{
    [TestCase(ColumnUnit.Utf16Units, 7, 6)]
    [TestCase(ColumnUnit.CodePoints, 6, 6)]
    [TestCase(ColumnUnit.Utf8Bytes, 10, 6)]
    [TestCase(ColumnUnit.Utf8Bytes, 9, 5)]
    [TestCase(ColumnUnit.Utf16Units, 99, 8)]
    [TestCase(ColumnUnit.Utf16Units, 0, 0)]
    public void OffsetAt_LineWithWideCharacters_CountsTheUnit(ColumnUnit unit, int column, int expected) =>
        // Offsets: a 0, é 1, 😀 2-3, = 4, blank 5, x 6, ; 7
        Assert.That(new ToolPlaces(unit).OffsetAt(SourceText.From("aé😀= x;\nb"), 1, column), Is.EqualTo(expected));

    [TestCase(1, 2, 1)]
    [TestCase(8, 9, 1)]
    [TestCase(8, 8, 0)]
    [TestCase(8, 10, 2)]
    [TestCase(8, 17, 3)]
    public void OffsetAt_Tabs_LeadToTheirStops(int tabStop, int column, int expected) =>
        Assert.That(new ToolPlaces(ColumnUnit.Utf8Bytes) { TabStop = tabStop }.OffsetAt(SourceText.From("\ta\tb"), 1, column), Is.EqualTo(expected));

    [TestCase(LineBreaks.Usual, 2, 2)]
    [TestCase(LineBreaks.Usual, 3, 4)]
    [TestCase(LineBreaks.Usual, 4, 9)]
    [TestCase(LineBreaks.LineFeeds, 2, 4)]
    [TestCase(LineBreaks.LineFeeds, 3, 9)]
    [TestCase(LineBreaks.Unicode, 4, 6)]
    [TestCase(LineBreaks.Unicode, 5, 9)]
    [TestCase(LineBreaks.Unicode, 9, 10)]
    [TestCase(LineBreaks.LineFeeds, 9, 10)]
    [TestCase(LineBreaks.LineFeeds, 0, 0)]
    public void OffsetAt_LineBreaksOfAllKinds_CountsThoseOfTheProgram(LineBreaks breaks, int line, int expected) =>
        Assert.That(new ToolPlaces(ColumnUnit.Utf16Units) { Breaks = breaks }.OffsetAt(SourceText.From("a\rb\nc\u2028d\r\ne"), line, 1), Is.EqualTo(expected));

    [Test]
    public void OffsetAt_TextOfManyChunks_FindsEveryLine([Values] LineBreaks breaks)
    {
        var lines = Enumerable.Range(0, 5000).Select(static i => new string('x', i % 7)).ToList();
        var text = SourceText.From(string.Join("\r\n", lines));
        var places = new ToolPlaces(ColumnUnit.Utf16Units) { Breaks = breaks };
        Assert.That(Enumerable.Range(0, 5000).Select(i => places.OffsetAt(text, i + 1, 1)), Is.EqualTo(Enumerable.Range(0, 5000).Select(text.LineStart)));
    }

    [Test]
    public void OffsetAt_ByteOrderMark_CountsOnlyWhereTheProgramCountsIt()
    {
        var text = SourceText.From("\uFEFFx = 1");
        Assert.That(new ToolPlaces(ColumnUnit.CodePoints) { SkipsByteOrderMark = true }.OffsetAt(text, 1, 1), Is.EqualTo(1));
        Assert.That(new ToolPlaces(ColumnUnit.CodePoints).OffsetAt(text, 1, 2), Is.EqualTo(1));
        Assert.That(new ToolPlaces(ColumnUnit.Utf8Bytes).OffsetAt(text, 1, 4), Is.EqualTo(1));
    }

    [TestCase(1, 3, 0, 0, 2, 4, TestName = "SpanAt_NoEnd_MarksOneCharacter")]
    [TestCase(1, 1, 1, 3, 0, 2, TestName = "SpanAt_EndOnTheLine_MarksUpToIt")]
    [TestCase(1, 1, 2, 2, 0, 4, TestName = "SpanAt_EndOnALaterLine_StopsAtTheLine")]
    [TestCase(1, 9, 0, 0, 4, 4, TestName = "SpanAt_BehindTheLine_IsEmpty")]
    [TestCase(2, 1, 1, 1, 5, 6, TestName = "SpanAt_EndBeforeTheStart_MarksOneCharacter")]
    [TestCase(9, 9, 9, 9, 7, 7, TestName = "SpanAt_BehindTheText_IsEmpty")]
    public void SpanAt(int line, int column, int endLine, int endColumn, int start, int end) =>
        Assert.That(
            new ToolPlaces(ColumnUnit.CodePoints).SpanAt(SourceText.From("ab😀\nxy"), line, column, endLine, endColumn), Is.EqualTo(new TextSpan(start, end)));
}
