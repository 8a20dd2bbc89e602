using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact;

/// <summary>YamlDotNet's messages in a person's words. It names what its scanner was doing; the line shows what the person did.</summary>
internal static class YamlWords
{
    /// <summary>The code and words for <paramref name="message"/>, moving <paramref name="offset"/> to where the cause is in sight.</summary>
    public static (string Code, string Message) Translate(string message, SourceText text, ref int offset)
    {
        bool Says(string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (FindTab(text, offset, anyLine: Says("tab")) is >= 0 and var tab)
        {
            offset = tab;
            return (FindingCodes.Indentation, "a tab indents this line: YAML allows only spaces");
        }

        var unit = offset < text.Length ? text[offset] : '\0';
        var line = text.Line(text.LineAt(offset));
        var before = text.ToString(line with { End = offset });
        return message switch
        {
            _ when Says("quoted scalar") && (Says("end of stream") || Says("document indicator")) => (FindingCodes.UnclosedString, "this string is never closed"),
            _ when Says("cannot start any token") => (FindingCodes.UnexpectedCharacter, $"'{unit}' cannot start a value: put it in quotes"),
            _ when Says("invalid mapping") || Says("mapping values are not allowed") => before.Contains(": ", StringComparison.Ordinal)
                ? (FindingCodes.UnexpectedToken, "a second ':' on this line: put the value in quotes, or start a new line")
                : (FindingCodes.Indentation, "this line is indented deeper than its neighbours, so it continues the value before: check the indentation"),
            _ when Says("escape") => (FindingCodes.InvalidLiteral, "this string holds an escape that YAML does not know: double the '\\', or use single quotes"),
            _ when !string.IsNullOrWhiteSpace(before) && (Says("did not find expected key") || Says("<document start>")) =>
                (FindingCodes.UnexpectedToken, $"unexpected {Wording.Quote(text, new TextSpan(offset, EndOfWord(text, offset)))}: the value before it is complete"),
            _ when Says("could not find expected ':'") || (Says("did not find expected key") && LacksColon(text.ToString(line))) =>
                (FindingCodes.MissingToken, "expected ': ' between key and value"),
            _ when Says("did not find expected <document start>") => (FindingCodes.UnexpectedToken, "this does not continue what came before: check the indentation"),
            _ when Says("did not find expected key") => (FindingCodes.Indentation, "expected a key of the mapping that is open here: check the indentation"),
            _ when Says("did not find expected '-'") => (FindingCodes.Indentation, "expected '-' as for the items before: check the indentation"),
            _ when Says("expected ',' or ']'") => (FindingCodes.UnclosedBracket, "'[' is never closed: expected ',' or ']'"),
            _ when Says("expected ',' or '}'") => (FindingCodes.UnclosedBracket, "'{' is never closed: expected ',' or '}'"),
            _ when Says("mapping value") || Says("block") => (FindingCodes.Indentation, Wording.Clause(message)),
            _ => (FindingCodes.Rejected, Wording.Clause(message)),
        };
    }

    /// <summary>Behind the word at an offset, on its line.</summary>
    public static int EndOfWord(SourceText text, int offset)
    {
        var end = text.LineEnd(text.LineAt(offset));
        var at = offset;
        while (at < end && !char.IsWhiteSpace(text[at]) && text[at] is not (':' or ',' or '[' or ']' or '{' or '}'))
        {
            at++;
        }

        return Math.Max(at, Math.Min(offset + 1, end));
    }

    /// <summary>The tab that indents the line of <paramref name="offset"/>; where the parser speaks of one, that of the first line from there on.</summary>
    private static int FindTab(SourceText text, int offset, bool anyLine)
    {
        var last = anyLine ? text.LineCount - 1 : text.LineAt(offset);
        for (var line = text.LineAt(offset); line <= last; line++)
        {
            var extent = text.Line(line);
            for (var at = extent.Start; at < extent.End && text[at] is ' ' or '\t'; at++)
            {
                if (text[at] == '\t')
                {
                    return at;
                }
            }
        }

        return -1;
    }

    private static bool LacksColon(string line) => !line.TrimEnd().EndsWith(':') && !line.Contains(": ", StringComparison.Ordinal) && !line.TrimStart().StartsWith('-');
}
