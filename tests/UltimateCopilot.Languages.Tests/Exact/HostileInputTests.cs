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
                foreach (var (title, code) in HostileTexts.All)
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
}
