using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>A line as a person reads it who does not know its language.</summary>
internal static class PlainLine
{
    /// <summary>A longer line was not written by hand, and is not looked at.</summary>
    private const int LongestLine = 20_000;

    /// <summary>The line's text; empty where it is too long to be looked at, or there is none.</summary>
    public static string Read(SourceText text, int line) =>
        line >= 0 && line < text.LineCount && text.Line(line) is { Length: <= LongestLine } span ? text.ToString(span) : string.Empty;

    /// <summary>The indices of the units that stand in no quotes; a quote that is not closed on the line is none.</summary>
    public static IEnumerable<int> OutsideQuotes(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '"' or '\'' or '`' && (i == 0 || line[i - 1] != '\\') && EndOfQuote(line, i) is > 0 and var end)
            {
                i = end;
            }
            else
            {
                yield return i;
            }
        }
    }

    private static int EndOfQuote(string line, int start)
    {
        for (var i = start + 1; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == line[start])
            {
                return i;
            }
        }

        return -1;
    }
}
