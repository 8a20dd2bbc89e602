using System.Globalization;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>Numbers in front of the lines, as editors, search tools and prompts show them: <c>12 | code</c>, <c>12: code</c>, <c>12→code</c>.</summary>
internal static class LineNumbers
{
    /// <summary>A sign that stands behind numbers in code as well, so that it takes more lines to tell.</summary>
    private const string CommonSigns = ":.";

    private const int MostDigits = 7;

    /// <summary>The run of numbered lines around a line, where a parser stumbles.</summary>
    public static Cause? FindAt(SourceText text, LanguageDefinition language, int line)
    {
        if (Read(text, line) is not { } number)
        {
            return null;
        }

        var (first, last) = (line, line);
        while (Read(text, first - 1) is { } before && before.Number == number.Number - (line - first) - 1 && before.Sign == number.Sign)
        {
            first--;
        }

        while (Read(text, last + 1) is { } after && after.Number == number.Number + (last - line) + 1 && after.Sign == number.Sign)
        {
            last++;
        }

        if (last - first < (CommonSigns.Contains(number.Sign) ? 2 : number.Sign == '→' ? 0 : 1))
        {
            return null;
        }

        var start = text.LineStart(first);
        return new Cause(
            new Finding
            {
                Code = FindingCodes.PastedResidue,
                Span = new TextSpan(start, start + Read(text, first)!.Value.Length),
                Message = first == last ? "a line number was pasted along: delete it" : $"line numbers were pasted along on lines {first + 1} to {last + 1}: delete them",
            },
            first,
            last);
    }

    private static (int Number, char Sign, int Length)? Read(SourceText text, int line)
    {
        var content = PlainLine.Read(text, line);
        var start = content.Length - content.AsSpan().TrimStart(' ').Length;
        var end = start;
        while (end < content.Length && end - start < MostDigits && char.IsAsciiDigit(content[end]))
        {
            end++;
        }

        var sign = end + (content.AsSpan(end).StartsWith(" |") ? 1 : 0);
        return end > start && sign < content.Length && content[sign] is '|' or ':' or '\t' or '→' or '.'
            ? (int.Parse(content.AsSpan(start, end - start), CultureInfo.InvariantCulture), content[sign], sign + 1)
            : null;
    }
}
