using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Sass;

/// <summary>Sass's messages with our codes, in our words where its own are poor.</summary>
internal static class SassWords
{
    /// <summary>The finding for a message about an offset.</summary>
    public static Finding Translate(string message, SourceText text, int start)
    {
        var span = TokenSpans.At(text, start);
        var (code, words) = Describe(message.TrimEnd('.'), text, span);
        return new Finding { Code = code, Span = span, Message = words, Layer = Layer.Toolchain };
    }

    private static (string Code, string Message) Describe(string message, SourceText text, TextSpan span)
    {
        var isAtEnd = IsAtEnd(text, span.Start);
        return message switch
        {
            "expected end of rule" or "expected \"}\"" when isAtEnd => (FindingCodes.UnclosedBracket, "expected '}': a '{' before is never closed"),
            "expected \")\"" when isAtEnd => (FindingCodes.UnclosedBracket, "expected ')': a '(' before is never closed"),
            "expected more input" => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct"),
            "Expected \"" or "Expected '" => (FindingCodes.UnclosedString, $"this string is never closed: expected {(message[^1] == '"' ? "'\"'" : "\"'\"")}"),
            "Expected expression" => (FindingCodes.MissingToken, "expected a value"),
            "Expected identifier" => (FindingCodes.MissingToken, "expected a name"),
            "unmatched \"}\"" => (FindingCodes.UnmatchedBracket, "'}' closes nothing: no bracket is open here"),
            "expected selector" => (FindingCodes.MissingToken, "expected a selector"),
            _ when message.StartsWith("expected \"", StringComparison.OrdinalIgnoreCase) && message.EndsWith('"') =>
                (FindingCodes.MissingToken, $"expected '{message["expected \"".Length..^1]}'"),
            _ when message.StartsWith("expected ", StringComparison.OrdinalIgnoreCase) => (FindingCodes.MissingToken, Wording.Clause(message)),
            "This at-rule is not allowed here" => (FindingCodes.UnexpectedToken, $"{Wording.Quote(text, span)} is not allowed here"),
            _ => (FindingCodes.Rejected, Wording.Clause(message)),
        };
    }

    private static bool IsAtEnd(SourceText text, int offset)
    {
        while (offset < text.Length && char.IsWhiteSpace(text[offset]))
        {
            offset++;
        }

        return offset >= text.Length;
    }
}
