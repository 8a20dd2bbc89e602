using FsCheck;
using FsCheck.Fluent;

namespace UltimateCopilot.Languages.Tests.Text;

/// <summary>A text and edits of it, with what makes editing hard: every kind of line break, tabs, marks and astral characters.</summary>
public sealed record TextEdits(string Initial, (int Start, int Length, string Text)[] Steps)
{
    private static readonly string[] Pieces =
        ["a", "xyz", "\n", "\r\n", "\r", "\n", "\t", "é", "𝒳", "😀", "\uFEFF", "(", "}", "\"", " ", "中", "\uD83D", "\uDE00"];

    public static Arbitrary<TextEdits> Cases()
    {
        var text = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);
        // Some texts are long enough for several chunks.
        var longText = from unit in text from times in Gen.Choose(1, 900) select string.Concat(Enumerable.Repeat(unit, times));
        var initial = Gen.Frequency((3, text), (1, longText));
        var step = from start in Gen.Choose(0, 6_000) from length in Gen.Frequency((4, Gen.Choose(0, 3)), (1, Gen.Choose(0, 5_000))) from insert in Gen.Frequency((6, text), (1, longText)) select (start, length, insert);
        return Arb.From(
            from first in initial from steps in step.ArrayOf() select new TextEdits(first, [.. steps.Take(12).Select(s => (s.start % (first.Length + 1), s.length, s.insert))]),
            static edits => Enumerable.Range(0, edits.Steps.Length).Select(i => edits with { Steps = [.. edits.Steps[..i], .. edits.Steps[(i + 1)..]] }));
    }
}
