using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>Code as it stands inside a JSON string: <c>\n</c> for line breaks, <c>\"</c> for quotes.</summary>
internal static class EscapedCode
{
    /// <summary>One backslash may be a slip; two are a habit.</summary>
    private const int FewestEscapes = 2;

    /// <summary>A line with escapes outside of strings, near where a parser stumbles.</summary>
    public static Cause? FindAt(SourceText text, LanguageDefinition language, int line) =>
        FindEscapes(text, line) is { Count: >= FewestEscapes } places ? Describe(text, line, places[0]) : null;

    /// <summary>A single escaped line break suffices on the very line where a parser stumbles.</summary>
    public static Cause? FindLineBreakAt(SourceText text, LanguageDefinition language, int line) =>
        FindEscapes(text, line) is [var place, ..] && PlainLine.Read(text, line)[place + 1] == 'n' ? Describe(text, line, place) : null;

    /// <summary>Where the line has escapes outside of quotes.</summary>
    private static List<int> FindEscapes(SourceText text, int line)
    {
        var content = PlainLine.Read(text, line);
        return content.Contains('\\', StringComparison.Ordinal)
            ? [.. PlainLine.OutsideQuotes(content).Where(i => content[i] == '\\' && i + 1 < content.Length && content[i + 1] is 'n' or 't' or 'r' or '"')]
            : [];
    }

    private static Cause Describe(SourceText text, int line, int place)
    {
        var start = text.LineStart(line) + place;
        return new Cause(
            new Finding
            {
                Code = FindingCodes.EscapedText,
                Span = new TextSpan(start, start + 2),
                Message = $"this line has '{text.ToString(new TextSpan(start, start + 2))}' where code belongs: it was pasted with its line breaks or quotes written as escapes",
            },
            line,
            line);
    }
}
