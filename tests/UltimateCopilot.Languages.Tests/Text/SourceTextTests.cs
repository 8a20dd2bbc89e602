using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Text;

[TestFixture]
public sealed class SourceTextTests
{
    [TestCase("", 1)]
    [TestCase("a", 1)]
    [TestCase("a\n", 2)]
    [TestCase("a\r\nb", 2)]
    [TestCase("a\rb", 2)]
    [TestCase("a\n\rb", 3)]
    [TestCase("\r\r\n\n", 4)]
    public void LineCount_EveryKindOfBreak_CountsAsTheProtocolDoes(string content, int lines) =>
        Assert.That(SourceText.From(content).LineCount, Is.EqualTo(lines));

    [TestCase("ab\ncd", 0, 9, 2, TestName = "OffsetAt_ColumnBeyondLine_IsLineEnd")]
    [TestCase("ab\r\ncd", 0, 9, 2, TestName = "OffsetAt_ColumnBeyondLineWithCrLf_IsBeforeTheBreak")]
    [TestCase("ab\ncd", 7, 0, 5, TestName = "OffsetAt_LineBeyondText_IsTextEnd")]
    [TestCase("ab\ncd", -1, 3, 0, TestName = "OffsetAt_NegativeLine_IsStart")]
    [TestCase("😀x", 0, 2, 2, TestName = "OffsetAt_BehindAstral_CountsTwoUnits")]
    [TestCase("\tx", 0, 1, 1, TestName = "OffsetAt_BehindTab_CountsOneUnit")]
    public void OffsetAt(string content, int line, int column, int offset) =>
        Assert.That(SourceText.From(content).OffsetAt(new TextPosition(line, column)), Is.EqualTo(offset));

    [Test]
    public void Replace_AtTheVeryEnd_Appends()
    {
        var text = SourceText.From("abc\r").Replace(new TextSpan(4, 4), "\nx");
        Assert.That(text.ToString(), Is.EqualTo("abc\r\nx"));
        Assert.That(text.LineCount, Is.EqualTo(2), "the break that arose across the edit counts once");
    }

    [Test]
    public void Replace_BeyondTheEnd_Throws() =>
        Assert.That(() => SourceText.From("a").Replace(new TextSpan(0, 2), "b"), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Replace_SharesUntouchedChunks()
    {
        var before = SourceText.From(new string('a', 100_000));
        var after = before.Replace(new TextSpan(50_000, 50_001), "b");
        var shared = after.Chunks.ToArray().Intersect(before.Chunks.ToArray()).Count();
        Assert.That(shared, Is.GreaterThanOrEqualTo(before.Chunks.Length - 3));
    }

    [Test]
    public void Replace_TenThousandKeystrokesInTenMegabytes_StaysCheap()
    {
        var text = SourceText.From(string.Concat(Enumerable.Repeat("some line of text\n", 600_000)));
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            text = text.Replace(new TextSpan(5_000_000 + i, 5_000_000 + i), "x");
        }

        // The text itself is 20 MB in memory; an edit may copy the row of chunks, never the text.
        Assert.That((GC.GetAllocatedBytesForCurrentThread() - allocatedBefore) / 100, Is.LessThan(300_000));
    }

    [Test]
    public void TreePointAt_LoneCarriageReturns_CountNoRows()
    {
        var text = SourceText.From("a\rb\r\nc\nde");
        Assert.That(text.TreePointAt(text.Length), Is.EqualTo((2, 2)));
        Assert.That(text.TreePointAt(3), Is.EqualTo((0, 3)));
    }
}
