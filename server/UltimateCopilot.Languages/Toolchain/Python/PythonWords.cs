using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.Python;

/// <summary>CPython's messages with our codes; its newer wordings are good, older ones are made clearer.</summary>
internal static class PythonWords
{
    public static (string Code, string Message) Translate(string message, string kind)
    {
        bool Says(string part) => message.Contains(part, StringComparison.Ordinal);
        return message switch
        {
            _ when Says("was never closed") => (FindingCodes.UnclosedBracket, message.Replace("was never closed", "is never closed", StringComparison.Ordinal)),
            _ when Says("unmatched '") => (FindingCodes.UnmatchedBracket, message.Replace("unmatched ", string.Empty, StringComparison.Ordinal) + " closes nothing: no bracket is open here"),
            _ when Says("closing parenthesis") => (FindingCodes.MismatchedBracket, message.Replace("closing parenthesis ", string.Empty, StringComparison.Ordinal).Replace("opening parenthesis ", string.Empty, StringComparison.Ordinal)),
            _ when Says("expected an indented block") => (FindingCodes.EmptyBlock, message),
            _ when Says("expected") && !Says("unexpected") => (FindingCodes.MissingToken, message),
            _ when Says("Perhaps you forgot a comma") => (FindingCodes.MissingToken, "expected ',' here, perhaps"),
            _ when Says("unterminated") || Says("EOL while scanning") || Says("EOF while scanning") => (FindingCodes.UnclosedString, "this string is never closed"),
            _ when kind is "IndentationError" or "TabError" || Says("indent") => (FindingCodes.Indentation, message),
            _ when Says("unexpected EOF") => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct"),
            _ when Says("invalid character") || Says("non-printable character") => (FindingCodes.UnexpectedCharacter, message),
            _ when Says("invalid decimal literal") || Says("leading zeros") || Says("unicode error") || Says("invalid hexadecimal") => (FindingCodes.InvalidLiteral, message),
            "invalid syntax" => (FindingCodes.Rejected, "this does not fit here"),
            _ => (FindingCodes.Rejected, message),
        };
    }
}
