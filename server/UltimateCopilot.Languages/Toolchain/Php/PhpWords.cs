using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Php;

/// <summary>PHP's messages with our codes. PHP tells lines only; what it quotes tells the rest.</summary>
internal static partial class PhpWords
{
    private const int LongestToken = 40;

    private static readonly ToolPlaces Places = new(ColumnUnit.Utf8Bytes);

    /// <summary>Whether the message is about the machine's PHP or its limits rather than about the text.</summary>
    public static bool IsNoMistake(string message) =>
        message is "memory exhausted"
        || message.StartsWith("Allowed memory size", StringComparison.Ordinal)
        || message.StartsWith("Maximum ", StringComparison.Ordinal)
        || message.EndsWith("because the name is already in use", StringComparison.Ordinal);

    /// <param name="message">What PHP says.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="line">The line that PHP tells, from 1.</param>
    public static Finding Translate(string message, SourceText text, int line)
    {
        var start = Places.OffsetAt(text, line, 1);
        if (Bracket().Match(message) is { Success: true } bracket)
        {
            return OfBracket(bracket, text, start);
        }

        if (Unexpected().Match(message) is { Success: true } unexpected)
        {
            return OfToken(unexpected.Groups["kind"].Value, unexpected.Groups["token"].Value, unexpected.Groups["wanted"].Value, text, start);
        }

        bool Says(string part) => message.Contains(part, StringComparison.Ordinal);
        var whole = TokenSpans.OnLine(text, start, null);
        return message switch
        {
            _ when Says("Unterminated comment") => Make(FindingCodes.UnclosedComment, whole, "this comment is never closed: expected '*/'"),
            _ when Says("indentation") => Make(FindingCodes.Indentation, whole, Wording.Clause(message)),
            _ when Says("numeric literal") || Says("escape") || Says("codepoint") => Make(FindingCodes.InvalidLiteral, whole, Wording.Clause(message)),
            _ => Make(FindingCodes.Rejected, whole, Wording.Clause(message)),
        };
    }

    /// <summary>"Unclosed '{' on line 2", "Unclosed '(' does not match '}'" and "Unmatched ')'".</summary>
    private static Finding OfBracket(Match match, SourceText text, int start)
    {
        if (match.Groups["unmatched"].Value is { Length: > 0 } closer)
        {
            return Make(FindingCodes.UnmatchedBracket, TokenSpans.OnLine(text, start, closer), $"'{closer}' closes nothing: no bracket is open here");
        }

        var opener = match.Groups["open"].Value;
        var expected = opener switch { "(" => ")", "[" => "]", _ => "}" };
        var line = match.Groups["line"].Value;
        var openedAt = line.Length > 0 ? Places.OffsetAt(text, int.Parse(line, CultureInfo.InvariantCulture), 1) : start;
        var where = line.Length > 0 ? $" opened on line {line}" : string.Empty;
        IReadOnlyList<RelatedPlace> related = [new RelatedPlace(TokenSpans.OnLine(text, openedAt, opener), $"'{opener}' opened here")];
        return match.Groups["close"].Value is { Length: > 0 } wrong
            ? Make(FindingCodes.MismatchedBracket, TokenSpans.OnLine(text, start, wrong), $"'{wrong}' does not close '{opener}'{where}: expected '{expected}'") with { Related = related }
            : Make(FindingCodes.UnclosedBracket, EndOfLine(text, start), $"'{opener}'{where} is never closed: expected '{expected}' here") with { Related = related, Expected = expected };
    }

    /// <summary>"syntax error, unexpected token ";", expecting "]"".</summary>
    private static Finding OfToken(string kind, string token, string wanted, SourceText text, int start)
    {
        wanted = string.Join(" or ", wanted.Split(" or ", StringSplitOptions.RemoveEmptyEntries).Select(Name));
        if (kind == "end of file")
        {
            var (code, message) = wanted switch
            {
                _ when wanted.Contains("'${'", StringComparison.Ordinal) => (FindingCodes.UnclosedString, "a string before is never closed: expected its end here"),
                "" => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct"),
                _ => (FindingCodes.UnexpectedEnd, $"the file ends here, expected {wanted}"),
            };
            return Make(code, EndOfLine(text, start), message);
        }

        if (kind == "string content" && wanted.Length == 0)
        {
            return Make(FindingCodes.UnclosedString, TokenSpans.OnLine(text, start, token), "this string is never closed: expected \"'\"");
        }

        wanted = wanted == "end of file" ? string.Empty : wanted; // where everything but what stands there could follow
        if (wanted.Length == 0 && token is "else" or "elseif" or "catch" or "finally" or "case" or "default" or "endif" or "endforeach" or "endwhile" or "endfor")
        {
            return Make(FindingCodes.UnexpectedToken, TokenSpans.OnLine(text, start, token), $"'{token}' belongs to nothing here");
        }

        var found = token.Length == 0 ? Article(kind) : token.Length > LongestToken ? $"this {kind}" : $"'{token}'";
        var span = TokenSpans.OnLine(text, start, token);
        if (wanted.Length == 0 && EndOfUnendedLine(text, span.Start) is { } end)
        {
            return Make(FindingCodes.MissingToken, new TextSpan(end - 1, end), $"expected ';' before {found}");
        }

        return wanted.Length > 0
            ? Make(FindingCodes.MissingToken, span, $"unexpected {found}, expected {wanted}")
            : Make(FindingCodes.UnexpectedToken, span, $"unexpected {found}");
    }

    /// <summary>The end of the code before a token that starts its line, where that code looks whole and a semicolon could end it; null elsewhere.</summary>
    private static int? EndOfUnendedLine(SourceText text, int token)
    {
        var end = token;
        while (end > 0 && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end > 0 && text.LineAt(end) < text.LineAt(token) && (char.IsLetterOrDigit(text[end - 1]) || text[end - 1] is ')' or ']' or '"' or '\'' or '_') ? end : null;
    }

    private static Finding Make(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message, Layer = Layer.Toolchain };

    private static TextSpan EndOfLine(SourceText text, int start) => new(text.LineEnd(text.LineAt(start)), text.LineEnd(text.LineAt(start)));

    private static string Name(string wanted) => wanted switch
    {
        ['"', .., '"'] => $"'{wanted[1..^1]}'",
        "identifier" => "a name",
        "variable" => "a variable",
        _ => wanted,
    };

    private static string Article(string kind) => "aeiou".Contains(kind[0]) ? $"an {kind}" : $"a {kind}";

    [GeneratedRegex(@"^(Unclosed '(?<open>.)'( on line (?<line>\d{1,9}))?( does not match '(?<close>.)')?|Unmatched '(?<unmatched>.)')$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^syntax error, unexpected (?<kind>[a-z][a-z -]*?)( ""(?<token>.*?)"")?(, expecting (?<wanted>.+))?$", RegexOptions.Singleline)]
    private static partial Regex Unexpected();
}
