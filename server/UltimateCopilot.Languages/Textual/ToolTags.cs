using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>Tags by which a language model calls a tool or marks its answer, alone on a line.</summary>
internal static partial class ToolTags
{
    private const int LongestTag = 120;

    /// <summary>A text with more of them has them on purpose.</summary>
    private const int MostTags = 8;

    /// <summary>Unpaired ones where no parser may mind: worth a look, and in prose, of which every text is valid, a mistake.</summary>
    public static IEnumerable<Finding> FindUnpaired(SourceText text, LanguageDefinition language, IEnumerable<int> suspects)
    {
        List<int> lines = [.. suspects.Where(line => text.Line(line).Length <= LongestTag && Read(text, language, line) is not null).Take(MostTags + 1)];
        if (lines.Count is 0 or > MostTags)
        {
            return [];
        }

        var content = text.ToString();
        return lines.Where(line => !IsPaired(content, Read(text, language, line)!)).Select(line => Describe(text, line) with { Severity = language.IsProse ? Severity.Error : Severity.Warning });
    }

    /// <summary>One that a parser stumbles over.</summary>
    public static Cause? FindAt(SourceText text, LanguageDefinition language, int line) =>
        Read(text, language, line) is not null ? new Cause(Describe(text, line), line, line) : null;

    /// <summary>Where tags are the language, only those count that no one else would use.</summary>
    private static Match? Read(SourceText text, LanguageDefinition language, int line) =>
        StartsLikeOne(text, line) && Tag().Match(PlainLine.Read(text, line)) is { Success: true } match && !(match.Groups["common"].Success && language.BlockComments.Any(static comment => comment.Open == "<!--")) ? match : null;

    /// <summary>Of nearly every line only the first characters are looked at.</summary>
    private static bool StartsLikeOne(SourceText text, int line)
    {
        var span = text.Line(line);
        var at = span.Start;
        while (at < span.End && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at < span.End && text[at] is '<' or '[';
    }

    private static Finding Describe(SourceText text, int line)
    {
        var span = text.Line(line);
        var tag = text.ToString(span).Trim();
        return new Finding { Code = FindingCodes.PastedResidue, Span = span, Message = $"'{tag}' comes from a tool or a chat and was pasted along: delete this line" };
    }

    private static bool IsPaired(string content, Match tag)
    {
        var name = tag.Groups["name"].Value;
        return name.Length > 0 && content.Contains(tag.Groups["end"].Success ? $"<{name}" : $"</{name}>", StringComparison.Ordinal);
    }

    [GeneratedRegex("""
        ^\s*(?:
          <(?<end>/)?(?<name>(?:\w+:)?(?:invoke|function_calls|parameter|file_content|file_contents|tool_call|tool_use|tool_result|function_results|new_string|old_string))(?:\s+name="[^"<>]*")?>
        | <(?<end>/)(?<name>(?<common>content|file|answer|artifact|document))>
        | <\|[a-z_]+\|>.{0,40}
        | \[/?INST\]
        | </s>
        )\s*$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Tag();
}
