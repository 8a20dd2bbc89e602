using System.Diagnostics;
using UltimateCopilot.Languages.Exact;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Exact;

/// <summary>Input made to break a parser: it may be refused, never crash, hang or reach outside.</summary>
[TestFixture]
public sealed class HostileInputTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15); // generous: a hang has none
    private static readonly ExactParsers Parsers = new();
    private static readonly string[] Names = [.. ExactParsers.Names];

    public static IEnumerable<TestCaseData> Cases
    {
        get
        {
            foreach (var name in Names)
            {
                foreach (var (title, code) in Inputs())
                {
                    yield return new TestCaseData(name, code).SetName($"Check_{title}_{name}");
                }
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Check_HostileInput_AnswersInTime(string name, Func<string> make)
    {
        var text = SourceText.From(make());
        var clock = Stopwatch.StartNew();
        var findings = Parsers.Find(name)!.Check(text, CancellationToken.None);
        Assert.That(clock.Elapsed, Is.LessThan(Limit));
        Assert.That(findings.Select(static finding => finding.Span), Is.All.Matches<TextSpan>(span => span.Start >= 0 && span.End >= span.Start && span.End <= text.Length));
        Assert.That(findings.Select(static finding => finding.Message), Is.All.Not.Empty);
    }

    [Test]
    public void Check_EntitiesThatMultiply_AreStopped()
    {
        var levels = string.Concat(Enumerable.Range(1, 9).Select(static i => $"<!ENTITY e{i} '{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}'>"));
        var finding = Check("xml", $"<!DOCTYPE a [<!ENTITY e0 'lol'>{levels}]><a>&e9;</a>").Single();
        Assert.That(finding.Message, Does.Contain("entit").IgnoreCase.Or.Contain("MaxCharacters"));
    }

    [Test]
    public void Check_EntityOfAFile_NeverOpensIt()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, "</a>");
        try
        {
            // What is read would break the element.
            Assert.That(Check("xml", $"<!DOCTYPE a [<!ENTITY b SYSTEM 'file://{path}'>]><a>&b;</a>"), Is.Empty);
            Assert.That(Check("xml", $"<!DOCTYPE a SYSTEM 'file://{path}'><a/>"), Is.Empty);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static IReadOnlyList<Finding> Check(string name, string code) => Parsers.Find(name)!.Check(SourceText.From(code), CancellationToken.None);

    private static IEnumerable<(string Title, Func<string> Code)> Inputs()
    {
        yield return ("OpenBrackets", static () => new string('[', 100_000));
        yield return ("OpenBraces", static () => new string('{', 100_000));
        yield return ("OpenParentheses", static () => "x = " + new string('(', 100_000));
        yield return ("ClosedBrackets", static () => new string('[', 100_000) + new string(']', 100_000));
        yield return ("ClosingBrackets", static () => new string('}', 100_000));
        yield return ("OpenTags", static () => string.Concat(Enumerable.Repeat("<a>", 100_000)));
        yield return ("OpenLists", static () => string.Concat(Enumerable.Repeat("- ", 20_000)));
        yield return ("OpenQuestions", static () => string.Concat(Enumerable.Repeat("? ", 10_000)));
        yield return ("OpenBlocks", static () => "class A { void B() " + string.Concat(Enumerable.Repeat("{ if (c) ", 30_000)));
        yield return ("LongSum", static () => "var a = " + string.Concat(Enumerable.Repeat("1 + ", 100_000)) + "1;");
        yield return ("HalfSurrogates", static () => "{\"a\": \"\uD800\"}\n\uDC00\uD800");
        yield return ("HalfSurrogateAtTheEnd", static () => "a: \"b\uD83D");
        yield return ("Nulls", static () => new string('\0', 10_000));
        yield return ("NullsWithin", static () => "{\"a\0\": \0}\n<a\0>\na: \0\n");
        yield return ("ControlCharacters", static () => string.Concat(Enumerable.Range(0, 32).Select(static i => (char)i)));
        yield return ("LongLine", static () => "\"" + new string('x', 10_000_000) + "\"");
        yield return ("LongLineWithoutEnd", static () => "a: \"" + new string('x', 10_000_000));
        yield return ("LongName", static () => new string('x', 10_000_000));
        yield return ("LoneCarriageReturns", static () => string.Concat(Enumerable.Repeat("a: 1\r", 10_000)) + "}");
        yield return ("ByteOrderMarks", static () => "\uFEFF\uFEFF\uFEFF");
        yield return ("Comment", static () => "/*" + new string('*', 100_000) + "<!--" + new string('-', 100_000));
        yield return ("Noise", static () => Noise(100_000));
    }

    private static string Noise(int length)
    {
        const string Units = "{}[]()<>/\\\"'`:;,.-=&*!?#%@|~^$ \t\n\rab01\uFEFF\uD83D\uDE00é\0";
        var random = new Random(20_260_801);
        return string.Concat(Enumerable.Range(0, length).Select(_ => Units[random.Next(Units.Length)]));
    }
}
