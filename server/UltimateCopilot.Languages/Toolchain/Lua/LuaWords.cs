using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Lua;

/// <summary>Lua's messages with our codes. Lua tells lines only; what it quotes tells the rest.</summary>
internal static partial class LuaWords
{
    private static readonly ToolPlaces Places = new(ColumnUnit.Utf8Bytes);

    /// <summary>Whether the parser gave up for the text's size.</summary>
    public static bool IsLimit(string message) =>
        message.Contains("overflow", StringComparison.Ordinal) || message.Contains("too many", StringComparison.Ordinal) || message.Contains("too long", StringComparison.Ordinal)
        || message.Contains("not enough memory", StringComparison.Ordinal);

    /// <param name="message">What Lua says.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="line">The line that Lua tells, from 1.</param>
    public static Finding Translate(string message, SourceText text, int line)
    {
        var parts = Near().Match(message);
        var what = parts.Success ? parts.Groups["what"].Value : message;
        var near = parts.Groups["near"].Value.Trim('\'');
        var isEnd = near == "<eof>";
        var start = Places.OffsetAt(text, line, 1);
        var span = isEnd ? new TextSpan(text.LineEnd(text.LineAt(start)), text.LineEnd(text.LineAt(start))) : TokenSpans.OnLine(text, start, near);
        if (Opened().Match(what) is { Success: true } opened)
        {
            return OfOpener(opened, text, span);
        }

        if (Started().Match(what) is { Success: true } started)
        {
            var opener = TokenSpans.OnLine(text, LineOf(started, text), what.Contains("comment", StringComparison.Ordinal) ? "--[" : "[");
            return what.Contains("comment", StringComparison.Ordinal)
                ? Make(FindingCodes.UnclosedComment, opener, "this comment is never closed: expected ']]'")
                : Make(FindingCodes.UnclosedString, opener, "this string is never closed: expected ']]'");
        }

        if (Byte().IsMatch(near))
        {
            var at = FirstBeyondAscii(text, start);
            return Make(FindingCodes.UnexpectedCharacter, TokenSpans.At(text, at) with { End = at + 1 }, Wording.Character(text[at]));
        }

        var found = isEnd ? "the end of the file" : $"'{near}'";
        return what switch
        {
            "unfinished string" => Make(FindingCodes.UnclosedString, span, "this string is never closed"),
            "<eof> expected" => near is "end" or "else" or "elseif" or "until"
                ? Make(FindingCodes.UnexpectedToken, span, $"{found} closes nothing: no block is open here")
                : near is ")" or "]" or "}"
                    ? Make(FindingCodes.UnmatchedBracket, span, $"{found} closes nothing: no bracket is open here")
                    : Make(FindingCodes.UnexpectedToken, span, $"unexpected {found}"),
            "unexpected symbol" or "syntax error" when isEnd => Make(FindingCodes.UnexpectedEnd, span, "the file ends in the middle of a construct"),
            "unexpected symbol" or "syntax error" => Make(FindingCodes.UnexpectedToken, span, $"unexpected {found}"),
            _ when what.EndsWith(" expected", StringComparison.Ordinal)
                => Make(isEnd ? FindingCodes.UnexpectedEnd : FindingCodes.MissingToken, span, $"expected {Name(what[..^" expected".Length])} before {found}"),
            _ when what.Contains("number", StringComparison.Ordinal) || what.Contains("escape", StringComparison.Ordinal) || what.Contains("UTF-8", StringComparison.Ordinal)
                => Make(FindingCodes.InvalidLiteral, span, what),
            _ => Make(FindingCodes.Rejected, span, what),
        };
    }

    /// <summary>"'end' expected (to close 'if' at line 1)".</summary>
    private static Finding OfOpener(Match opened, SourceText text, TextSpan span)
    {
        var (closer, opener) = (opened.Groups["closer"].Value, opened.Groups["opener"].Value);
        var code = closer is ")" or "]" or "}" ? FindingCodes.UnclosedBracket : FindingCodes.UnexpectedEnd;
        var finding = Make(code, span, $"'{opener}' opened on line {opened.Groups["line"].Value} is never closed: expected '{closer}' here");
        return finding with { Expected = closer, Related = [new RelatedPlace(TokenSpans.OnLine(text, LineOf(opened, text), opener), $"'{opener}' opened here")] };
    }

    private static int FirstBeyondAscii(SourceText text, int start)
    {
        var line = text.ToString(text.Line(text.LineAt(start)));
        return start + Math.Max(line.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F'), 0);
    }

    private static int LineOf(Match match, SourceText text) => Places.OffsetAt(text, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), 1);

    private static Finding Make(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message, Layer = Layer.Toolchain };

    private static string Name(string token) => token switch
    {
        "<name>" => "a name",
        "<eof>" => "the end of the file",
        _ => token,
    };

    [GeneratedRegex(@"^<\\\d+>$")]
    private static partial Regex Byte();

    [GeneratedRegex(@"^(?<what>.+?) near (?<near>.+)$", RegexOptions.Singleline)]
    private static partial Regex Near();

    [GeneratedRegex(@"^'(?<closer>.+)' expected \(to close '(?<opener>.+)' at line (?<line>\d{1,9})\)$")]
    private static partial Regex Opened();

    [GeneratedRegex(@"^unfinished long .+ \(starting at line (?<line>\d{1,9})\)$")]
    private static partial Regex Started();
}
