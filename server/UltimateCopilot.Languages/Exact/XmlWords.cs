using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact;

/// <summary>The XML reader's messages in a person's words.</summary>
internal static partial class XmlWords
{
    /// <summary>The code and words for <paramref name="message"/>, moving <paramref name="offset"/> to where the cause is in sight.</summary>
    public static (string Code, string Message) Translate(string message, SourceText text, ref int offset)
    {
        bool Says(string part) => message.Contains(part, StringComparison.Ordinal);
        if (UnexpectedToken().Match(message) is { Success: true } match)
        {
            var expected = match.Groups["expected"].Value;
            return (FindingCodes.MissingToken, $"expected {(expected.Contains('"') ? "a value in quotes" : expected)}, found {Word(text, offset)}");
        }

        if (Says("cannot begin with") && offset > 0 && text[offset - 1] == '<')
        {
            offset--;
            return (FindingCodes.UnexpectedCharacter, "'<' starts a tag: write '&lt;' for the character itself");
        }

        if (Says("parsing EntityName") && text.ToString(new TextSpan(text.LineStart(text.LineAt(offset)), offset)).LastIndexOf('&') is >= 0 and var ampersand)
        {
            offset = text.LineStart(text.LineAt(offset)) + ampersand;
            return (FindingCodes.UnexpectedCharacter, "'&' starts an entity: write '&amp;' for the character itself");
        }

        return message switch
        {
            _ when Says("Expecting whitespace") => (FindingCodes.MissingToken, $"expected a blank before {Word(text, offset)}"),
            _ when Says("duplicate attribute") => (FindingCodes.DuplicateKey, $"the attribute {Word(text, offset)} stands here twice"),
            _ when Says("XML declaration must be the first") => (FindingCodes.UnexpectedToken, "the XML declaration must stand at the very start of the file"),
            _ when Says("multiple root elements") => (FindingCodes.UnexpectedToken, "a second outermost element: a document has one"),
            _ when Says("Data at the root level") => (FindingCodes.UnexpectedToken, $"unexpected {Word(text, offset)} outside of the outermost element"),
            _ when Says("comment cannot contain '--'") => (FindingCodes.UnexpectedToken, "'--' cannot stand within a comment"),
            _ when Says("undeclared entity") => (FindingCodes.Rejected, $"the entity {Word(text, offset)} is not declared: XML itself knows only amp, lt, gt, quot and apos"),
            _ when Says("Root element is missing") => (FindingCodes.UnexpectedEnd, "the file holds no element"),
            _ when Says("Unexpected end of file") => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct"),
            _ when Says("invalid character") => (FindingCodes.UnexpectedCharacter, Clause(message)),
            _ when Says("unexpected") || Says("Unexpected") || Says("cannot begin with") => (FindingCodes.UnexpectedToken, Clause(message)),
            _ => (FindingCodes.Rejected, Clause(message)),
        };
    }

    /// <summary>Behind the name at an offset, or else behind one unit.</summary>
    public static int EndOfName(SourceText text, int offset)
    {
        var end = offset;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' or ':'))
        {
            end++;
        }

        return Math.Max(end, Math.Min(offset + 1, text.Length));
    }

    private static string Word(SourceText text, int offset) => Explain.Wording.Quote(text, new TextSpan(offset, EndOfName(text, offset)));

    /// <summary>One clause, in the way of the other findings.</summary>
    private static string Clause(string message)
    {
        message = message.Replace(". ", ": ", StringComparison.Ordinal);
        return message.StartsWith("XML", StringComparison.Ordinal) || message.StartsWith("DTD", StringComparison.Ordinal)
            ? message
            : char.ToLowerInvariant(message[0]) + message[1..];
    }

    [GeneratedRegex("^(?<found>.*?) is an unexpected token. The expected token is (?<expected>.*)$", RegexOptions.Singleline)]
    private static partial Regex UnexpectedToken();
}
