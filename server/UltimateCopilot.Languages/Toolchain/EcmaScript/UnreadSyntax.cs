using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.EcmaScript;

/// <summary>
/// Syntax that V8 does not read, or only a newer one, by what stands where it gives up: only then may another parser overrule it, since
/// none of those that read this syntax knows the early errors of ECMAScript as well.
/// </summary>
internal static partial class UnreadSyntax
{
    private const int LongestBefore = 32;

    /// <summary>Whether V8's mistake at a place may come from syntax that it does not know.</summary>
    public static bool IsAt(SourceText text, TextSpan span, string message)
    {
        var line = text.Line(text.LineAt(span.Start));
        var before = text.ToString(new TextSpan(Math.Max(line.Start, span.Start - LongestBefore), span.Start));
        var after = text.ToString(new TextSpan(span.Start, Math.Max(span.Start, Math.Min(line.End, span.Start + LongestBefore))));
        return after.StartsWith('@') || after.StartsWith('<') // decorators, JSX
            || (message.StartsWith("Unexpected", StringComparison.Ordinal) && (Accessor().IsMatch(before) || Phase().IsMatch(before + after)))
            || (Using().Match(before + after) is { Success: true } match && match.Index + match.Length >= before.Length);
    }

    /// <summary><c>accessor x</c>, which comes with decorators.</summary>
    [GeneratedRegex(@"(^|[^\w$.#])accessor\s+$")]
    private static partial Regex Accessor();

    /// <summary><c>import defer * as x</c>, <c>import.defer(x)</c> and <c>import.source(x)</c>.</summary>
    [GeneratedRegex(@"(^|[^\w$.#])import(\s*\.\s*(defer|source)\s*\(\s*[^).\s]|\s+defer\s+\*)")]
    private static partial Regex Phase();

    /// <summary><c>using x =</c> and <c>using x of</c>, also behind <c>await</c>: explicit resource management.</summary>
    [GeneratedRegex(@"(^|[^\w$.#])using\s+[\w$\p{L}]+\s*(=|of\s)", RegexOptions.RightToLeft)]
    private static partial Regex Using();
}
