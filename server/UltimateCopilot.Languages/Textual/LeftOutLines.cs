using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>Words in place of lines that an answer left out: <c>... existing code ...</c>, <c>[truncated]</c>.</summary>
internal static partial class LeftOutLines
{
    public static Cause? FindAt(SourceText text, LanguageDefinition language, int line)
    {
        var match = Words().Match(PlainLine.Read(text, line));
        if (!match.Success)
        {
            return null;
        }

        var start = text.LineStart(line);
        return new Cause(
            new Finding
            {
                Code = FindingCodes.CutOff,
                Span = new TextSpan(start + match.Groups["words"].Index, start + match.Groups["words"].Index + match.Groups["words"].Length),
                Message = "lines were left out here: put the real ones in",
            },
            line,
            line);
    }

    [GeneratedRegex("""
        ^\s*(?://|\#|--|/\*|<!--)?\s*
        (?<words>
          (?:\.\.\.|…)\s*[\w\s(,'-]*\b(?:existing|rest|remaining|unchanged|same|omitted|other|previous|truncated|snip|more)\b.*
        | [\[(<](?:\.\.\.|…)?\s*[\w\s.,]*\b(?:truncated|omitted|unchanged|snip|rest\ of)\b[^\])>]*[\])>]
        )\s*$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Words();
}
