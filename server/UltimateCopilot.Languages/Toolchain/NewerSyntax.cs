using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>
/// A form that a language got later: where the first thing that an older toolchain does not understand is such a form, it is no judge of
/// the text.
/// </summary>
/// <param name="Since">The first version that knows it.</param>
/// <param name="Form">Matches in a line that has it.</param>
internal sealed record NewerSyntax(string Since, Regex Form)
{
    private const int LongestLine = 2000;

    /// <summary>The findings, or null where they may come from a form that <paramref name="version"/> does not know.</summary>
    public static IReadOnlyList<Finding>? Judge(List<Finding> findings, SourceText text, string? version, IEnumerable<NewerSyntax> forms)
    {
        if (findings.Count == 0)
        {
            return findings;
        }

        var line = text.Line(text.LineAt(findings[0].Span.Start));
        var code = text.ToString(line with { End = Math.Min(line.End, line.Start + LongestLine) });
        return forms.Any(form => IsOlder(version, form.Since) && form.Form.IsMatch(code)) ? null : findings;
    }

    /// <summary>Compares versions such as "17.0.15+6" and "21" by their numbers; what is no version counts as current.</summary>
    private static bool IsOlder(string? version, string since)
    {
        var (own, first) = (Numbers(version ?? string.Empty), Numbers(since));
        for (var i = 0; i < first.Count; i++)
        {
            if (i >= own.Count || own[i] != first[i])
            {
                return own.Count > 0 && (i >= own.Count ? 0 : own[i]) < first[i];
            }
        }

        return false;
    }

    private static List<int> Numbers(string version) =>
        [.. version.Split('.').Select(static part => part.TakeWhile(char.IsAsciiDigit).Take(9))
            .TakeWhile(static digits => digits.Any()).Select(static digits => int.Parse(string.Concat(digits), CultureInfo.InvariantCulture))];
}
