using FsCheck;
using FsCheck.Fluent;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Text;

[TestFixture]
public sealed class SourceTextDifferenceTests
{
    [TestCase("", "", null)]
    [TestCase("abc", "abc", null)]
    [TestCase("", "a", "0-0 1")]
    [TestCase("a", "", "0-1 0")]
    [TestCase("abc", "abxc", "2-2 1")]
    [TestCase("aaa", "aa", "2-3 0")]
    [TestCase("aa", "aaa", "2-2 1")]
    [TestCase("abcd", "axyd", "1-3 2")]
    public void DifferenceTo_AnotherText_IsTheShortestReplacement(string from, string to, string? change) =>
        Assert.That(
            SourceText.From(from).DifferenceTo(to) is { } found ? $"{found.Old.Start}-{found.Old.End} {found.NewLength}" : null, Is.EqualTo(change));

    [Test]
    public void DifferenceTo_TextAfterAnyEdits_LeadsThere() => Prop.ForAll(TextEdits.Cases(), static edits =>
    {
        var from = SourceText.From(edits.Initial);
        foreach (var (start, length, insert) in edits.Steps)
        {
            var at = Math.Min(start, from.Length);
            var to = from.Replace(new TextSpan(at, Math.Min(at + length, from.Length)), insert).ToString();
            var reached = from.DifferenceTo(to) is { } change ? from.Replace(change.Old, to.AsSpan(change.Old.Start, change.NewLength)) : from;
            Assert.That(reached.ToString(), Is.EqualTo(to));
            from = reached;
        }
    }).Check(Config.QuickThrowOnFailure.WithReplay(20_260_802, 1));

    [Test]
    public void WholeLines_OfStretches_AreJoinedAndInOrder()
    {
        var text = SourceText.From("a\nbc\n\nd\ne");
        var lines = text.WholeLines([new TextSpan(6, 6), new TextSpan(3, 3), new TextSpan(0, 1), new TextSpan(3, 4)]);
        Assert.That(lines, Is.EqualTo([new TextSpan(0, 4), new TextSpan(6, 7)]));
    }
}
