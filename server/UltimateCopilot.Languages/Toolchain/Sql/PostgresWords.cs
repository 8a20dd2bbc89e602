using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Sql;

/// <summary>PostgreSQL's messages with our codes, in our words where its own are poor.</summary>
internal static class PostgresWords
{
    /// <summary>The finding for a message about an offset.</summary>
    public static Finding Translate(string message, SourceText text, int start)
    {
        var span = TokenSpans.At(text, start);
        var (code, words) = Describe(message, text, span);
        return new Finding { Code = code, Span = span, Message = words, Layer = Layer.Toolchain };
    }

    private static (string Code, string Message) Describe(string message, SourceText text, TextSpan span)
    {
        // "trailing junk after numeric literal at or near "1a"": the place is told by other means.
        var end = message.IndexOf(" at or near ", StringComparison.Ordinal);
        var what = end < 0 ? message : message[..end];
        return what switch
        {
            "syntax error" when span.Length > 0 => (FindingCodes.UnexpectedToken, $"unexpected {Wording.Quote(text, span)}"),
            "syntax error at end of input" => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a statement"),
            "unterminated quoted string" => (FindingCodes.UnclosedString, "this string is never closed: expected \"'\""),
            "unterminated quoted identifier" => (FindingCodes.UnclosedString, "this name is never closed: expected '\"'"),
            "unterminated dollar-quoted string" => (FindingCodes.UnclosedString, $"this text is never closed: expected '{DollarQuote(text, span.Start)}'"),
            "unterminated /* comment" => (FindingCodes.UnclosedComment, "this comment is never closed: expected '*/'"),
            _ when what.StartsWith("unterminated ", StringComparison.Ordinal) => (FindingCodes.UnclosedString, "this string is never closed: expected \"'\""),
            _ when what.Contains("literal", StringComparison.Ordinal) || what.Contains("integer", StringComparison.Ordinal) || what.Contains("escape", StringComparison.Ordinal) =>
                (FindingCodes.InvalidLiteral, Wording.Clause(what)),
            _ => (FindingCodes.Rejected, Wording.Clause(what)),
        };
    }

    /// <summary><c>$tag$</c>, as it is written at an offset.</summary>
    private static string DollarQuote(SourceText text, int start)
    {
        var line = text.ToString(new TextSpan(start, text.LineEnd(text.LineAt(start))));
        var close = line.IndexOf('$', Math.Min(1, line.Length));
        return close < 0 ? "$$" : line[..(close + 1)];
    }
}
