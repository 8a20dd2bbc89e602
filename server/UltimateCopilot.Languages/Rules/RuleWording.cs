using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules;

/// <summary>Says what a rule has found.</summary>
internal static class RuleWording
{
    public static Finding Describe(RuleMatch match, TreeRules rules, SourceText text)
    {
        var rule = rules.RuleOf(match);
        var lineEnd = text.LineEnd(text.LineAt(match.Shown.Start));
        return new Finding
        {
            Code = rules.CodeOf(match),
            Span = match.Shown with { End = Math.Clamp(match.Shown.End, match.Shown.Start, Math.Max(lineEnd, match.Shown.Start)) },
            Message = Fill(rule.Message, match, text),
            Related = match.Related.Length == 0 || rule.RelatedMessage.Length == 0 ? [] : [new RelatedPlace(FirstLine(match.Related, text), Fill(rule.RelatedMessage, match, text))],
        };
    }

    /// <summary>Puts texts where the message names them: each is cut to its first line.</summary>
    private static string Fill(string message, RuleMatch match, SourceText text)
    {
        if (!message.Contains('{', StringComparison.Ordinal))
        {
            return message;
        }

        return message
            .Replace("{where}", Wording.OnLine(text, match.Related.Start, match.Shown.Start), StringComparison.Ordinal)
            .Replace("{related}", Wording.Excerpt(text, match.Related), StringComparison.Ordinal)
            .Replace("{name}", match.Name ?? Wording.Excerpt(text, match.Shown), StringComparison.Ordinal);
    }

    private static TextSpan FirstLine(TextSpan span, SourceText text) => span with { End = Math.Min(span.End, text.LineEnd(text.LineAt(span.Start))) };
}
