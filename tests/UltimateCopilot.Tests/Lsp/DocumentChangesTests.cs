using UltimateCopilot.Languages.Text;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Tests.Lsp.Fixture;
using Range = UltimateCopilot.Lsp.Protocol.Range;

namespace UltimateCopilot.Tests.Lsp;

internal sealed class DocumentChangesTests
{
    private const string Grin = "\U0001F600";

    private static readonly TestCaseData[] Cases =
    [
        new TestCaseData("a\nb\n", PositionEncoding.Utf16, new[] { new Edit(1, 0, 1, 1, "c") }, "a\nc\n").SetArgDisplayNames("line feed"),
        new TestCaseData("a\r\nb\r\n", PositionEncoding.Utf16, new[] { new Edit(1, 1, 1, 1, "c") }, "a\r\nbc\r\n").SetArgDisplayNames("CRLF"),
        new TestCaseData("a\rb\rc", PositionEncoding.Utf16, new[] { new Edit(2, 0, 2, 0, "x") }, "a\rb\rxc").SetArgDisplayNames("lone CR"),
        new TestCaseData("a\r\nb", PositionEncoding.Utf16, new[] { new Edit(0, 1, 1, 0, "") }, "ab").SetArgDisplayNames("line break removed"),
        new TestCaseData("a\rb", PositionEncoding.Utf16, new[] { new Edit(1, 0, 1, 0, "\n"), new Edit(1, 0, 1, 0, "x") }, "a\r\nxb").SetArgDisplayNames("CR becomes CRLF"),
        new TestCaseData($"{Grin}a", PositionEncoding.Utf16, new[] { new Edit(0, 2, 0, 3, "b") }, $"{Grin}b").SetArgDisplayNames("astral, UTF-16"),
        new TestCaseData($"{Grin}a", PositionEncoding.Utf8, new[] { new Edit(0, 4, 0, 5, "b") }, $"{Grin}b").SetArgDisplayNames("astral, UTF-8"),
        new TestCaseData("\u00e9\u20aca", PositionEncoding.Utf8, new[] { new Edit(0, 2, 0, 5, "") }, "\u00e9a").SetArgDisplayNames("two and three bytes"),
        new TestCaseData("\uFEFF{}", PositionEncoding.Utf16, new[] { new Edit(0, 1, 0, 2, "[") }, "\uFEFF[}").SetArgDisplayNames("BOM, UTF-16"),
        new TestCaseData("\uFEFF{}", PositionEncoding.Utf8, new[] { new Edit(0, 3, 0, 4, "[") }, "\uFEFF[}").SetArgDisplayNames("BOM, UTF-8"),
        new TestCaseData("ab", PositionEncoding.Utf16, new[] { new Edit(0, 2, 0, 2, "c") }, "abc").SetArgDisplayNames("at the end"),
        new TestCaseData("ab\n", PositionEncoding.Utf16, new[] { new Edit(1, 0, 1, 0, "c") }, "ab\nc").SetArgDisplayNames("behind the last line break"),
        new TestCaseData("", PositionEncoding.Utf16, new[] { new Edit(0, 0, 0, 0, "x\n") }, "x\n").SetArgDisplayNames("empty text"),
        new TestCaseData("ab", PositionEncoding.Utf16, new[] { new Edit(0, 99, 7, 7, "c") }, "abc").SetArgDisplayNames("beyond line and text"),
        new TestCaseData("ab\ncd", PositionEncoding.Utf16, new[] { new Edit(0, 1, 0, 99, "") }, "a\ncd").SetArgDisplayNames("beyond the line"),
        new TestCaseData("abc", PositionEncoding.Utf16, new[] { new Edit(0, 1, 0, 2, "XY"), new Edit(0, 3, 0, 4, ""), new Edit(0, 0, 0, 0, "\n") }, "\naXY")
            .SetArgDisplayNames("each change sees the one before"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Apply_Edits_GivesTheClientsText(string before, object encoding, object edits, string after)
    {
        var changes = ((Edit[])edits).Select(ToChange).ToList();

        var (text, _) = DocumentChanges.Apply(SourceText.From(before), changes, (PositionEncoding)encoding);

        Assert.That(text.ToString(), Is.EqualTo(after));
    }

    [TestCase("abc", "abc")]
    [TestCase("", "abc")]
    [TestCase("abc", "")]
    [TestCase("aaaa", "aaaaa")]
    [TestCase("a\r\nb", "a\nb")]
    [TestCase("x\U0001F600y", "x\U0001F601y")]
    public void Apply_WholeText_GivesIt(string before, string after)
    {
        var (text, edits) = DocumentChanges.Apply(SourceText.From(before), [new TextDocumentContentChangeEvent(after)], PositionEncoding.Utf16);

        Assert.Multiple(() =>
        {
            Assert.That(text.ToString(), Is.EqualTo(after));
            Assert.That(edits, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void Apply_RandomEdits_AgreesWithAPlainString()
    {
        var random = new Random(7);
        string[] pieces = ["a", "\n", "\r\n", "\r", "\U0001F600", "\u00e9", "", "word"];
        foreach (var encoding in new[] { PositionEncoding.Utf16, PositionEncoding.Utf8 })
        {
            var text = SourceText.Empty;
            var plain = string.Empty;
            for (var i = 0; i < 400; i++)
            {
                var (start, end) = (random.Next(plain.Length + 1), random.Next(plain.Length + 1));
                (start, end) = (Snap(plain, Math.Min(start, end)), Snap(plain, Math.Max(start, end)));
                var piece = pieces[random.Next(pieces.Length)];
                var range = new Range(text.PositionAt(start, encoding), text.PositionAt(end, encoding));
                (text, _) = DocumentChanges.Apply(text, [new TextDocumentContentChangeEvent(piece) { Range = range }], encoding);
                plain = plain[..start] + piece + plain[end..];
                Assert.That(text.ToString(), Is.EqualTo(plain), $"edit {i}");
            }
        }
    }

    /// <summary>Positions within a line break or a surrogate pair cannot be named.</summary>
    private static int Snap(string text, int offset) =>
        offset > 0 && offset < text.Length && ((text[offset - 1] == '\r' && text[offset] == '\n') || char.IsLowSurrogate(text[offset])) ? offset - 1 : offset;

    private static TextDocumentContentChangeEvent ToChange(Edit edit) => new(edit.Text)
    {
        Range = new Range(new Position(edit.StartLine, edit.StartColumn), new Position(edit.EndLine, edit.EndColumn)),
    };
}
