using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules;

/// <summary>Says what a rule has found.</summary>
internal static class RuleWording
{
    /// <summary>The finding; null where the layout tells that the grammar errs.</summary>
    public static Finding? Describe(RuleMatch match, TreeRules rules, SourceText text)
    {
        if (rules.CodeOf(match) == FindingCodes.ReservedWord && BlockLayout.IsInnerWord(text.ToString(match.Shown), rules.Language.Blocks))
        {
            return BlockLayout.FindStray(text, rules.Language, match.Shown) is { } stray ? Describe(stray, text) : null;
        }

        var rule = rules.RuleOf(match);
        var start = match.Shown.Start;
        while (start < match.Shown.End && char.IsWhiteSpace(text[start]))
        {
            start++; // some grammars count blanks in
        }

        var lineEnd = text.LineEnd(text.LineAt(start));
        return new Finding
        {
            Code = rules.CodeOf(match),
            Span = new TextSpan(start, Math.Clamp(match.Shown.End, start, Math.Max(lineEnd, start))),
            Message = Fill(rule.Message, match, text),
            Related = match.Related.Length == 0 || rule.RelatedMessage.Length == 0 ? [] : [new RelatedPlace(FirstLine(match.Related, text), Fill(rule.RelatedMessage, match, text))],
        };
    }

    private static Finding Describe(StrayBlockWord stray, SourceText text)
    {
        var word = text.ToString(stray.Place);
        return stray.Meant is null
            ? new Finding { Code = FindingCodes.ReservedWord, Span = stray.Place, Message = $"'{word}' belongs to no block that is open here" }
            : new Finding
            {
                Code = FindingCodes.UnexpectedToken,
                Span = stray.Opener,
                Message = $"unexpected '{text.ToString(stray.Opener)}': was '{stray.Meant}' meant?",
                Related = stray.Opener == stray.Place ? [] : [new RelatedPlace(stray.Place, $"this '{word}' belongs to no other block")],
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
