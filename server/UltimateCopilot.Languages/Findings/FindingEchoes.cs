using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Findings;

/// <summary>
/// Parsers that go on after a mistake often report it again a little further on. Of findings on one line or on neighbouring lines
/// the first one stands for all.
/// </summary>
internal static class FindingEchoes
{
    public static List<Finding> Drop(List<Finding> findings, SourceText text)
    {
        findings.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        var lastLine = -2;
        findings.RemoveAll(finding =>
        {
            var line = text.LineAt(finding.Span.Start);
            var echo = line <= lastLine + 1;
            lastLine = line;
            return echo;
        });
        return findings;
    }
}
