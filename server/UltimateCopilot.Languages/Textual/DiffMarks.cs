using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>Headers and signs of a unified diff, https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html.</summary>
internal static partial class DiffMarks
{
    /// <summary>Between the lines of a diff stand some that it left alone.</summary>
    private const int MostContext = 3;

    private const int MostLines = 2_000;

    /// <summary>The lines of a diff around one of them, where a parser stumbles.</summary>
    public static Cause? FindAt(SourceText text, LanguageDefinition language, int line)
    {
        var kind = KindOf(text, line);
        if (kind == Kind.None)
        {
            return null;
        }

        var (first, last) = (Extend(text, line, -1), Extend(text, line, 1));
        var kinds = Enumerable.Range(first, last - first + 1).Select(other => KindOf(text, other)).ToList();
        if (!kinds.Contains(Kind.Header) && !kinds.Contains(Kind.Added))
        {
            return null; // lists have '-' before each line
        }

        var isHeader = first == last && kind == Kind.Header;
        var span = text.Line(first);
        return new Cause(
            new Finding
            {
                Code = FindingCodes.PastedResidue,
                Span = isHeader ? span : span with { End = span.Start + 1 },
                Message = isHeader ? "the header of a diff was pasted along: delete this line"
                    : first == last ? "the sign of a diff was pasted along: delete it"
                    : $"the signs of a diff were pasted along on lines {first + 1} to {last + 1}: delete them, and the lines that start with '-'",
            },
            first,
            last);
    }

    /// <summary>The furthest line in a direction that belongs to the same diff.</summary>
    private static int Extend(SourceText text, int line, int step)
    {
        var (end, gap) = (line, 0);
        for (var next = line + step; next >= 0 && next < text.LineCount && gap < MostContext && Math.Abs(next - line) < MostLines; next += step)
        {
            gap++;
            if (KindOf(text, next) != Kind.None)
            {
                (end, gap) = (next, 0);
            }
        }

        return end;
    }

    private static Kind KindOf(SourceText text, int line)
    {
        var span = text.Line(line);
        if (span.Length == 0)
        {
            return Kind.None;
        }

        var second = span.Length > 1 ? text[span.Start + 1] : '\n';
        return text[span.Start] switch
        {
            '+' when second is not ('+' or '=') => Kind.Added,
            '-' when second is not ('-' or '=' or '>') && !char.IsDigit(second) => Kind.Removed,
            '@' or 'd' or 'i' or '-' or '+' when Header().IsMatch(PlainLine.Read(text, line)) => Kind.Header,
            _ => Kind.None,
        };
    }

    [GeneratedRegex(@"^(@@ -\d+(,\d+)? \+\d+(,\d+)? @@|diff --git |index [0-9a-f]{7,40}\.\.[0-9a-f]{7,40}|--- a/|\+\+\+ b/)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Header();

    private enum Kind
    {
        None,
        Header,
        Added,
        Removed,
    }
}
