using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.Go;

/// <summary>The messages of go/scanner and go/parser with our codes.</summary>
internal static partial class GoWords
{
    private const string EndOfFile = "the end of the file";

    /// <summary>Whether the parser gave up for the text's size.</summary>
    public static bool IsLimit(string message) => message == "exceeded max nesting depth";

    /// <summary>The token that the parser missed when the text ended; null where it did not.</summary>
    public static string? ExpectedAtEnd(string message) =>
        Expected().Match(message) is { Success: true } match && Name(match.Groups["found"].Value) == EndOfFile ? match.Groups["wanted"].Value.Trim('\'') : null;

    public static (string Code, string Message) Translate(string message)
    {
        if (Expected().Match(message) is { Success: true } match)
        {
            return OfToken(Name(match.Groups["wanted"].Value), Name(match.Groups["found"].Value));
        }

        bool Says(string part) => message.Contains(part, StringComparison.Ordinal);
        return message switch
        {
            _ when Says("string literal not terminated") => (FindingCodes.UnclosedString, Says("raw") ? "this string is never closed: expected '`'" : "this string is never closed: expected '\"'"),
            _ when Says("comment not terminated") => (FindingCodes.UnclosedComment, "this comment is never closed: expected '*/'"),
            _ when Says("rune literal") => (FindingCodes.InvalidLiteral, "a rune literal holds exactly one character between quotes"),
            _ when Says("literal") && !Says("composite") || Says("escape") || Says("exponent") || Says("separate successive digits") || Says("import path")
                => (FindingCodes.InvalidLiteral, message),
            _ when Says("illegal character") || Says("UTF-8") || Says("byte order mark") => (FindingCodes.UnexpectedCharacter, message),
            _ when Says("unexpected semicolon or newline before") => (FindingCodes.UnexpectedToken, "'{' cannot start a line here: it belongs at the end of the line before"),
            _ when message.StartsWith("missing '", StringComparison.Ordinal) => (FindingCodes.MissingToken, $"expected {message["missing ".Length..]}"),
            _ when message.StartsWith("missing ", StringComparison.Ordinal) => (FindingCodes.MissingToken, message),
            _ when message.StartsWith("unexpected ", StringComparison.Ordinal) => (FindingCodes.UnexpectedToken, message),
            _ when message.StartsWith("expected ", StringComparison.Ordinal) => (FindingCodes.MissingToken, message),
            _ => (FindingCodes.Rejected, message),
        };
    }

    private static (string Code, string Message) OfToken(string wanted, string found) => (wanted, found) switch
    {
        ("')'" or "']'" or "'}'", EndOfFile) => (FindingCodes.UnclosedBracket, $"expected {wanted}: a bracket before is never closed"),
        ("';'", EndOfFile) => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct"),
        (_, EndOfFile) => (FindingCodes.UnexpectedEnd, $"the file ends here, expected {wanted}"),
        ("declaration", "')'" or "']'" or "'}'") => (FindingCodes.UnmatchedBracket, $"{found} closes nothing: no bracket is open here"),
        ("declaration", _) => (FindingCodes.UnexpectedToken, $"unexpected {found}: only declarations can stand outside functions"),
        ("operand" or "expression", _) => (FindingCodes.UnexpectedToken, $"unexpected {found}: expected an expression"),
        ("statement", _) => (FindingCodes.UnexpectedToken, $"unexpected {found}: expected a statement"),
        _ => (FindingCodes.MissingToken, $"expected {wanted} before {found}"),
    };

    /// <summary>A token as go/parser names it, as people do.</summary>
    private static string Name(string token) => token switch
    {
        "'EOF'" => EndOfFile,
        "newline" => "the end of the line",
        "'IDENT'" => "a name",
        "'STRING'" => "a string",
        ['\'', ..] or "declaration" or "operand" or "expression" or "statement" or "type" => token,
        _ when token.Length > 40 => "this literal",
        _ when Word().IsMatch(token) && token.Contains(' ', StringComparison.Ordinal) => token,
        _ => $"'{token}'",
    };

    [GeneratedRegex("^expected (?<wanted>.+?), found (?<found>.+?)( \\(.*\\))?$")]
    private static partial Regex Expected();

    [GeneratedRegex(@"^[\w ]+$")]
    private static partial Regex Word();
}
