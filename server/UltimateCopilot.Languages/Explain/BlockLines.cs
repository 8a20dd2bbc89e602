using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>Reads lines as far as the layout of blocks goes: their indentation and their words.</summary>
/// <param name="text">The text.</param>
/// <param name="comment">What begins a comment.</param>
internal sealed partial class BlockLines(SourceText text, string comment)
{
    private const int LongestHereDocument = 1_000; // lines

    /// <summary>The words of a line and single signs between them, but neither strings nor a comment; roughly, since only layout is looked at.</summary>
    public (int Indent, List<(string Word, TextSpan Place)> Words) Read(int line)
    {
        var span = text.Line(line);
        var content = text.ToString(span);
        var words = new List<(string, TextSpan)>();
        var at = 0;
        while (at < content.Length)
        {
            var unit = content[at];
            if (unit is ' ' or '\t')
            {
                at++;
                continue;
            }

            if ((at == 0 || content[at - 1] is ' ' or '\t') && content.AsSpan(at).StartsWith(comment))
            {
                break;
            }

            var start = at;
            if (unit is '"' or '\'' && content.IndexOf(unit, at + 1) is > 0 and var end)
            {
                at = end + 1;
                continue;
            }

            while (at < content.Length && IsWordUnit(content[at]))
            {
                at++;
            }

            at = Math.Max(at, start + (content.AsSpan(start).StartsWith("||") || content.AsSpan(start).StartsWith("&&") ? 2 : 1));
            words.Add((content[start..at], new TextSpan(span.Start + start, span.Start + at)));
        }

        return (content.Length - content.TrimStart(' ', '\t').Length, words);
    }

    /// <summary>The line with the mark that ends a here document which begins on a line; that line where none does.</summary>
    public int EndOfHereDocument(int line)
    {
        if (HereDocument().Match(text.ToString(text.Line(line))) is { Success: true } start)
        {
            for (var end = line + 1; end < Math.Min(text.LineCount, line + LongestHereDocument); end++)
            {
                if (text.ToString(text.Line(end)).AsSpan().Trim().SequenceEqual(start.Groups[1].ValueSpan))
                {
                    return end;
                }
            }
        }

        return line;
    }

    /// <summary>A dot, colon or dollar sign belongs to the word: <c>self.class</c> and <c>:end</c> begin and end nothing.</summary>
    private static bool IsWordUnit(char unit) => char.IsLetterOrDigit(unit) || unit is '_' or '.' or ':' or '$' or '@' or '-' or '?';

    [GeneratedRegex("""(?<!<)<<[-~]?[ ]?['"\\]?(\w+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex HereDocument();
}
