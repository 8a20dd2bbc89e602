using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Shell;

/// <summary>Bash's messages with our codes. Bash tells lines only; what it quotes tells the rest.</summary>
internal static partial class BashWords
{
    private static readonly ToolPlaces Places = new(ColumnUnit.Utf8Bytes) { Breaks = LineBreaks.LineFeeds };

    /// <summary>Null for what is no message of its own, such as the line of code that follows one.</summary>
    public static Finding? Translate(string message, SourceText text, int line)
    {
        if (HereDocument().Match(message) is { Success: true } here)
        {
            var opener = Places.OffsetAt(text, int.Parse(here.Groups["line"].Value, CultureInfo.InvariantCulture), 1);
            var word = here.Groups["word"].Value;
            var finding = Make(FindingCodes.UnclosedString, TokenSpans.OnLine(text, opener, word), $"this here-document is never closed: expected '{word}' on a line of its own");
            return finding with { Severity = Severity.Warning }; // bash takes it, with a warning as well
        }

        if (message.StartsWith('`') || message.StartsWith("warning:", StringComparison.Ordinal))
        {
            return null;
        }

        var start = Places.OffsetAt(text, line, 1);
        if (Unclosed().Match(message) is { Success: true } unclosed)
        {
            return OfOpener(unclosed.Groups["closer"].Value, text, start);
        }

        if (Unexpected().Match(message) is { Success: true } unexpected)
        {
            return OfToken(unexpected.Groups["token"].Value, text, start);
        }

        if (message.Contains("unexpected end of file", StringComparison.Ordinal))
        {
            var from = Command().Match(message);
            var words = from.Success ? $"'{from.Groups["word"].Value}' on line {from.Groups["line"].Value} is never closed" : "a command before is never closed: expected its 'fi', 'done', 'esac' or '}' here";
            return Make(FindingCodes.UnexpectedEnd, new TextSpan(text.Length, text.Length), words);
        }

        return Make(message.Contains("expected", StringComparison.Ordinal) ? FindingCodes.MissingToken : FindingCodes.Rejected, TokenSpans.OnLine(text, start, null), message.Replace('`', '\''));
    }

    private static Finding OfOpener(string closer, SourceText text, int start)
    {
        var opener = closer switch { ")" => "(", "]" => "[", "}" => "{", _ => closer };
        var span = TokenSpans.OnLine(text, start, opener);
        return opener == closer
            ? Make(FindingCodes.UnclosedString, span, $"this string is never closed: expected {(closer == "'" ? "\"'\"" : $"'{closer}'")}")
            : Make(FindingCodes.UnclosedBracket, span, $"a bracket opened on this line is never closed: expected '{closer}'") with { Expected = closer };
    }

    private static Finding OfToken(string token, SourceText text, int start)
    {
        if (token == "newline")
        {
            var end = text.LineEnd(text.LineAt(start));
            return Make(FindingCodes.MissingToken, new TextSpan(end, end), "the line ends in the middle of a command");
        }

        var span = TokenSpans.OnLine(text, start, token);
        return token is ")" or "}"
            ? Make(FindingCodes.UnmatchedBracket, span, $"'{token}' closes nothing here")
            : Make(FindingCodes.UnexpectedToken, span, token is "fi" or "done" or "esac" ? $"'{token}' closes nothing here, or a word before it is missing" : $"unexpected '{token}'");
    }

    private static Finding Make(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message, Layer = Layer.Toolchain };

    [GeneratedRegex(@"here-document at line (?<line>\d{1,9}) delimited by end-of-file \(wanted `(?<word>.*)'\)")]
    private static partial Regex HereDocument();

    [GeneratedRegex(@"unexpected EOF while looking for matching `(?<closer>.)'")]
    private static partial Regex Unclosed();

    [GeneratedRegex(@"near unexpected token `(?<token>.+)'")]
    private static partial Regex Unexpected();

    [GeneratedRegex(@"from `(?<word>.+)' command on line (?<line>\d+)")]
    private static partial Regex Command();
}
