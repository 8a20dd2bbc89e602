using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Cpp;

/// <summary>The messages of gcc and clang with our codes; their words are good.</summary>
internal static partial class CppWords
{
    /// <summary>Whether a message is about how the text is written. A name that stands for nothing known is no such thing, though it is "expected" to.</summary>
    public static bool IsSyntax(string message) => Syntax().IsMatch(message) && !Semantics().IsMatch(message);

    /// <summary>Whether a note tells the bracket that the error before it is about.</summary>
    public static bool IsOpener(string note) => note.StartsWith("to match this '", StringComparison.Ordinal);

    /// <summary>The error with the bracket at <paramref name="opener"/>, which it missed the partner of.</summary>
    public static Finding WithOpener(Finding finding, int opener, SourceText text)
    {
        var span = TokenSpans.At(text, opener);
        var quoted = Wording.Quote(text, span);
        var expected = quoted switch { "'('" => "')'", "'['" => "']'", _ => "'}'" };
        return finding with
        {
            Code = FindingCodes.UnclosedBracket,
            Expected = expected.Trim('\''),
            Message = $"{quoted}{Wording.OpenedOnLine(text, opener, finding.Span.Start)} is never closed: expected {expected} here",
            Related = [new RelatedPlace(span, $"{quoted} opened here")],
        };
    }

    public static Finding Translate(string message, TextSpan span, SourceText text)
    {
        bool Says(string part) => message.Contains(part, StringComparison.Ordinal);
        bool Starts(string part) => message.StartsWith(part, StringComparison.Ordinal);
        var found = Wording.Quote(text, span);
        var (code, words) = message switch
        {
            _ when Starts("unterminated") && Says("comment") => (FindingCodes.UnclosedComment, "this comment is never closed: expected '*/'"),
            _ when Says("unterminated #") || Says("unterminated conditional") => (FindingCodes.UnexpectedEnd, "this directive is never closed: expected '#endif'"),
            _ when Starts("#") => (FindingCodes.UnexpectedToken, message),
            _ when Says("raw string") || Says("terminating \"") => (FindingCodes.UnclosedString, "this string is never closed: expected '\"'"),
            _ when Starts("expected") && found == "'\"'" && !text.ToString(text.Line(text.LineAt(span.Start)))[(span.End - text.LineStart(text.LineAt(span.Start)))..].Contains('"', StringComparison.Ordinal)
                => (FindingCodes.UnclosedString, "this string is never closed: expected '\"'"),
            _ when Says("terminating '") || Says("character constant") => (FindingCodes.InvalidLiteral, "a character literal holds exactly one character between quotes"),
            _ when Says("at end of input") => (FindingCodes.UnclosedBracket, "expected '}': a '{' before is never closed"),
            _ when Says("extraneous closing brace") => (FindingCodes.UnmatchedBracket, "'}' closes nothing: no bracket is open here"),
            _ when Starts("stray") => (FindingCodes.UnexpectedCharacter, span.Length > 0 ? Wording.Character(text[span.Start]) : message),
            _ when Starts("expected expression") || Starts("expected primary-expression") || Starts("unexpected") || Says("previous 'if'") || Starts("extraneous")
                => (FindingCodes.UnexpectedToken, $"unexpected {found}: expected an expression"),
            _ when Starts("expected") || Starts("missing") => (FindingCodes.MissingToken, message.Replace(" token", string.Empty, StringComparison.Ordinal)),
            _ when Starts("invalid") || Says("constant") || Says("exponent") => (FindingCodes.InvalidLiteral, message),
            _ => (FindingCodes.Rejected, message),
        };
        return new Finding { Code = code, Span = span, Message = words, Layer = Layer.Toolchain };
    }

    [GeneratedRegex(
        "^(expected |missing (terminating|binary|')|unterminated |stray |extraneous |unbalanced |unexpected |raw string |invalid (digit|suffix|preprocessing)|empty character"
        + "|exponent has|hexadecimal .* (constant|literal) requires|#(else|elif|endif)|'else' without|else without|a function-definition is not allowed here|function definition is not allowed here"
        + "|version control conflict)")]
    private static partial Regex Syntax();

    [GeneratedRegex("^expected ('.*' but|class.name|class name|template|namespace|type-specifier|nested-name|concept|a type|a class|value in|parameter declarator|constructor, destructor)")]
    private static partial Regex Semantics();
}
