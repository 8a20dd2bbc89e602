using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.EcmaScript;

/// <summary>V8's messages with our codes, in our words where its own are poor.</summary>
internal static class JavaScriptWords
{
    public static (string Code, string Message) Translate(string message, SourceText text, TextSpan span)
    {
        bool Says(string part) => message.Contains(part, StringComparison.Ordinal);
        message = message.TrimEnd('.');
        var quote = span.Length > 0 ? Wording.Quote(text, span) : "end of line";
        var unit = span.Length > 0 ? text[span.Start] : '\0';
        return message switch
        {
            "Unexpected end of input" => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct"),
            "missing ) after argument list" => (FindingCodes.MissingToken, "expected ',' or ')' in the arguments of this call"),
            "Invalid or unexpected token" when unit is '"' or '\'' => (FindingCodes.UnclosedString, $"this string is never closed: expected {(unit == '"' ? "'\"'" : "\"'\"")}"),
            "Invalid or unexpected token" when char.IsAsciiDigit(unit) => (FindingCodes.InvalidLiteral, $"{quote} is no number"),
            "Invalid or unexpected token" when unit != '\0' => (FindingCodes.UnexpectedCharacter, Wording.Character(unit)),
            "Unterminated template literal" => (FindingCodes.UnclosedString, "this template is never closed: expected '`'"),
            "Missing initializer in const declaration" => (FindingCodes.MissingToken, "expected '=' and a value: a constant needs one at once"),
            "Illegal return statement" => (FindingCodes.UnexpectedToken, "'return' stands outside any function"),
            "Missing catch or finally after try" => (FindingCodes.MissingToken, "expected 'catch' or 'finally' after the block of 'try'"),
            _ when Says("Invalid regular expression: missing /") => (FindingCodes.UnclosedString, "this regular expression is never closed: expected '/'"),
            _ when Says("Invalid regular expression") => (FindingCodes.InvalidLiteral, "invalid regular expression: " + Wording.Clause(message[(message.LastIndexOf(": ", StringComparison.Ordinal) + 2)..])),
            _ when Says("reserved word") => (FindingCodes.ReservedWord, $"{quote} is a reserved word here: it cannot be a name"),
            _ when message.StartsWith("Unexpected ", StringComparison.Ordinal) && !Says("eval or arguments") => (FindingCodes.UnexpectedToken, $"unexpected {quote}"),
            _ when Says("ctal ") || Says("Hexadecimal") || Says("escape") || Says("umeric separator") || Says("umeric literal") || Says("decimal") => (FindingCodes.InvalidLiteral, Wording.Clause(message)),
            _ => (FindingCodes.Rejected, Wording.Clause(message)),
        };
    }
}
