using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.Ruby;

/// <summary>Ruby's messages with our codes, those of Prism and those of the parser before it.</summary>
internal static partial class RubyWords
{
    private const string End = "end-of-input";

    /// <summary>Whether the parser gave up for the text's size rather than for a mistake.</summary>
    public static bool IsLimit(WorkerError error) => error.Message is "nesting too deep" or "memory exhausted";

    /// <summary>Whether the text ended before the parser expected it.</summary>
    public static bool IsAtEnd(WorkerError error) => Parts().Match(error.Message).Groups["found"].Value == End;

    /// <summary>What the parser did not expect, as it is written in the text; null where it does not say, or names a kind of token only.</summary>
    public static string? Unexpected(string message) => Parts().Match(message) is { Success: true } match ? Written(match.Groups["found"].Value) : null;

    public static (string Code, string Message) Translate(string message)
    {
        if (Parts().Match(message) is { Success: true } match)
        {
            return Translate(match.Groups["found"].Value, match.Groups["wanted"].Value);
        }

        message = message.Replace('`', '\'');
        bool Says(string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
        return message switch
        {
            _ when Says("can't find string") || Says("unterminated heredoc") => (FindingCodes.UnclosedString, HereDocument(message)),
            _ when Says("embedded document") => (FindingCodes.UnclosedComment, "this comment is never closed: expected '=end'"),
            _ when Says("unterminated") => (FindingCodes.UnclosedString, "this string is never closed"),
            _ when Says("unexpected") && !Says("expected a") => (FindingCodes.UnexpectedToken, message),
            _ when Says("to close") && Brackets().IsMatch(message) => (FindingCodes.UnclosedBracket, message),
            _ when Says("expected ") => (FindingCodes.MissingToken, message),
            _ when Says("numeric") || Says("digit") || Says(" in number") || Says("escape") || Says("codepoint") || Says(": /") || Says("character syntax")
                => (FindingCodes.InvalidLiteral, Lower(message)),
            _ when Says("invalid char") || Says("multibyte") || Says("backslash") => (FindingCodes.UnexpectedCharacter, Lower(message)),
            _ => (FindingCodes.Rejected, Lower(message)),
        };
    }

    private static (string Code, string Message) Translate(string found, string wanted)
    {
        var bracket = Written(found) is ")" or "]" or "}";
        return (found, wanted) switch
        {
            _ when bracket && wanted is "" or End => (FindingCodes.UnmatchedBracket, $"{Name(found)} closes nothing: no bracket is open here"),
            ("`end'" or "'end'", End) => (FindingCodes.UnexpectedToken, "'end' closes nothing: no block is open here"),
            (End, "`end'" or "'end'") => (FindingCodes.UnexpectedEnd, "a block is never closed: expected 'end' here"),
            (End, "')'" or "']'" or "'}'") => (FindingCodes.UnclosedBracket, $"expected {wanted}: a bracket before is never closed"),
            (_, "')'" or "']'" or "'}'") when found.StartsWith('`') => (FindingCodes.UnclosedBracket, $"expected {wanted} before {Name(found)}: a bracket before is never closed"),
            (End, "") => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct"),
            (End, _) => (FindingCodes.UnexpectedEnd, $"the file ends here, expected {Alternatives(wanted)}"),
            (_, "") => (FindingCodes.UnexpectedToken, $"unexpected {Name(found)}"),
            (_, End) => (FindingCodes.UnexpectedToken, $"unexpected {Name(found)}"),
            _ => (FindingCodes.MissingToken, $"unexpected {Name(found)}, expected {Alternatives(wanted)}"),
        };
    }

    private static string HereDocument(string message) =>
        Quoted().Match(message) is { Success: true } match ? $"this here-document is never closed: expected '{match.Groups[1].Value}' on a line of its own" : "this here-document is never closed";

    private static string Lower(string message) => message.Length > 0 ? char.ToLowerInvariant(message[0]) + message[1..] : message;

    private static string Alternatives(string wanted) => string.Join(" or ", wanted.Split(" or ").Select(Name));

    /// <summary>A token as the older parser names it, as people do.</summary>
    private static string Name(string token) => token switch
    {
        End => "the end of the file",
        "'\\n'" => "the end of the line",
        "local variable or method" => "a name",
        "integer literal" or "float literal" => "a number",
        "string literal" or "string content" => "a string",
        "terminator" => "the end of a string",
        "backslash" => "'\\'",
        ['`', .., '\''] => $"'{token[1..^1]}'",
        ['\'', ..] => token,
        _ when char.IsLetter(token[0]) => "aeiou".Contains(token[0]) ? $"an {token}" : $"a {token}",
        _ => $"'{token}'",
    };

    private static string? Written(string token) => token switch
    {
        "'\\n'" => null,
        ['`' or '\'', .., '\''] => token[1..^1],
        _ when char.IsLetter(token[0]) => null,
        _ => token,
    };

    [GeneratedRegex("^syntax error, unexpected (?<found>.+?)(, expecting (?<wanted>.+))?$")]
    private static partial Regex Parts();

    [GeneratedRegex(@"['][)\]}][']")]
    private static partial Regex Brackets();

    [GeneratedRegex("\"(.+)\"")]
    private static partial Regex Quoted();
}
