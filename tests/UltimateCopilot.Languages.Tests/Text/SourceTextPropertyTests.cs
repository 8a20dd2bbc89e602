using System.Text;
using FsCheck;
using FsCheck.Fluent;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Text;

/// <summary>Whatever is edited, the chunked text is the text that plain string editing gives, with the same lines.</summary>
[TestFixture]
public sealed class SourceTextPropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_260_801, 1);

    [Test]
    public void Replace_AnySequenceOfEdits_EqualsPlainEditing() => Prop.ForAll(TextEdits.Cases(), static edits =>
    {
        var plain = edits.Initial;
        var text = SourceText.From(plain);
        foreach (var (start, length, replacement) in edits.Steps)
        {
            var from = Math.Min(start, plain.Length);
            var to = Math.Min(from + length, plain.Length);
            plain = plain[..from] + replacement + plain[to..];
            text = text.Replace(new TextSpan(from, to), replacement);
            AssertSame(text, plain);
        }
    }).Check(Runs);

    [Test]
    public void PositionAt_AnyOffset_ComesBackByOffsetAt() => Prop.ForAll(TextEdits.Cases(), static edits =>
    {
        var text = SourceText.From(edits.Initial);
        for (var offset = 0; offset <= text.Length; offset++)
        {
            var position = text.PositionAt(offset);
            // Between the two units of a line break there is no position of its own: it means the line's end.
            var within = offset > 0 && offset < text.Length && text[offset - 1] == '\r' && text[offset] == '\n';
            Assert.That(text.OffsetAt(position), Is.EqualTo(within ? offset - 1 : offset));
        }
    }).Check(Runs);

    [Test]
    public void Utf8Columns_AnyOffset_AgreeWithTheEncoding() => Prop.ForAll(TextEdits.Cases(), static edits =>
    {
        var text = SourceText.From(edits.Initial);
        for (var offset = 0; offset <= text.Length; offset++)
        {
            var insidePair = offset > 0 && offset < text.Length && char.IsLowSurrogate(text[offset]) && char.IsHighSurrogate(text[offset - 1]);
            var insideBreak = offset > 0 && offset < text.Length && text[offset - 1] == '\r' && text[offset] == '\n';
            if (insidePair || insideBreak)
            {
                continue;
            }

            var position = text.PositionAt(offset);
            var line = text.ToString(new TextSpan(text.LineStart(position.Line), offset));
            var column = text.Utf8ColumnAt(position);
            Assert.That(column, Is.EqualTo(Encoding.UTF8.GetByteCount(line)));
            Assert.That(text.OffsetAtUtf8(position.Line, column), Is.EqualTo(offset));
        }
    }).Check(Runs);

    private static void AssertSame(SourceText text, string plain)
    {
        Assert.That(text.ToString(), Is.EqualTo(plain));
        Assert.That(text.Length, Is.EqualTo(plain.Length));
        var starts = LineStarts(plain);
        Assert.That(text.LineCount, Is.EqualTo(starts.Count));
        for (var line = 0; line < starts.Count; line++)
        {
            Assert.That(text.LineStart(line), Is.EqualTo(starts[line]), $"start of line {line}");
            Assert.That(text.LineAt(starts[line]), Is.EqualTo(line));
        }
    }

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return starts;
    }
}
