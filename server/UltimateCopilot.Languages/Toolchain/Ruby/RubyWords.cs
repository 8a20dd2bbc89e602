using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.Ruby;

/// <summary>Ruby's messages with our codes, those of Prism and those of the parser before it.</summary>
internal static partial class RubyWords
{
    private const string End = "end-of-input";
    private const string AnyName = "local variable or method";

    /// <summary>Whether the parser gave up for the text's size rather than for a mistake.</summary>
    public static bool IsLimit(WorkerError error) => error.Message is "nesting too deep" or "memory exhausted";

    /// <summary>Whether the text ended before the parser expected it.</summary>
    public static bool IsAtEnd(WorkerError error) => Parts().Match(error.Message).Groups["found"].Value == End;

    /// <summary>What the parser did not expect, as it is written in the text; null where it does not say, or names a kind of token only.</summary>
    public static string? Unexpected(string message) =>
        Parts().Match(message) is { Success: true } match ? Written(match.Groups["found"].Value)
        : message.StartsWith("can't find string", StringComparison.Ordinal) && Quoted().Match(message) is { Success: true } quoted ? quoted.Groups[1].Value
        : null;

    /// <summary>The only token that would have fitted; null where there are several.</summary>
    public static string? Expected(string message) => Parts().Match(message) is { Success: true } match && match.Groups["wanted"].Value is { Length: > 0 } wanted ? Written(wanted) : null;

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
            _ when Says("else without rescue") => (FindingCodes.UnexpectedToken, "'else' belongs to no 'if'"),
            _ when Says("embedded document") => (FindingCodes.UnclosedComment, "this comment is never closed: expected '=end'"),
            _ when Says("unterminated") => (FindingCodes.UnclosedString, "this string is never closed"),
            _ when Says("unexpected") && !Says("expected a") => (FindingCodes.UnexpectedToken, message),
            _ when Says("to close") && Brackets().IsMatch(message) => (FindingCodes.UnclosedBracket, message),
            _ when Says("expected ") => (FindingCodes.MissingToken, message),
            _ when Says("numeric") || Says("digit") || Says(" in number") || Says("escape") || Says("codepoint") || Says(": /") || Says("character syntax")
                => (FindingCodes.InvalidLiteral, Wording.Clause(message)),
            _ when Says("invalid char") || Says("multibyte") || Says("backslash") => (FindingCodes.UnexpectedCharacter, Wording.Clause(message)),
            _ => (FindingCodes.Rejected, Wording.Clause(message)),
        };
    }

    private static (string Code, string Message) Translate(string found, string wanted)
    {
        var isCloser = Written(found) is ")" or "]" or "}";
        return (found, wanted) switch
        {
            (_, "" or End or "`end'") when isCloser => (FindingCodes.UnmatchedBracket, $"{Name(found)} closes nothing: no bracket is open here"),
            ("`end'", End) => (FindingCodes.UnexpectedToken, "'end' closes nothing: no block is open here"),
            (End, "`end'") => (FindingCodes.UnexpectedEnd, "a block is never closed: expected 'end' here"),
            (End, "')'" or "']'" or "'}'") => (FindingCodes.UnclosedBracket, $"expected {wanted}: a bracket before is never closed"),
            ("`end'", "')'" or "']'" or "'}'") => (FindingCodes.UnclosedBracket, $"expected {wanted} before {Name(found)}: a bracket before is never closed"),
            (End, "") => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct"),
            (End, _) => (FindingCodes.UnexpectedEnd, $"the file ends here, expected {Alternatives(wanted)}"),
            // That a block may end here, or a block be passed to a call, says nothing of what is wrong.
            (_, "" or End or "`end'" or "`do' or '{' or '('") => (FindingCodes.UnexpectedToken, $"unexpected {Name(found)}"),
            _ => (FindingCodes.MissingToken, $"unexpected {Name(found)}, expected {Alternatives(wanted)}"),
        };
    }

    private static string HereDocument(string message) =>
        Quoted().Match(message) is { Success: true } match ? $"this here-document is never closed: expected '{match.Groups[1].Value}' on a line of its own" : "this here-document is never closed";

    private static string Alternatives(string wanted) => string.Join(" or ", wanted.Replace(AnyName, "name", StringComparison.Ordinal).Split(" or ").Select(static token => Article(Name(token))).Distinct());

    private static string Article(string name) => !char.IsLetter(name[0]) ? name : name.StartsWith("end", StringComparison.Ordinal) ? $"the {name}" : "aeiou".Contains(name[0]) ? $"an {name}" : $"a {name}";

    /// <summary>A token as the older parser names it, as people do.</summary>
    private static string Name(string token) => token switch
    {
        End => "end of the file",
        "'\\n'" => "end of the line",
        AnyName => "name",
        "integer literal" or "float literal" => "number",
        "string literal" or "string content" => "string",
        "terminator" => "end of a string",
        "backslash" => "'\\'",
        ['`', ..] => $"'{token[1..].Split('\'')[0]}'", // also "`do' for lambda"
        ['\'', ..] => token,
        _ when char.IsLetter(token[0]) => token,
        _ => $"'{token}'",
    };

    private static string? Written(string token) => token switch
    {
        "'\\n'" => null,
        ['`', ..] => token[1..].Split('\'')[0],
        ['\'', .., '\''] => token[1..^1],
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
