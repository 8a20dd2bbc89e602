using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>What to mark where a program tells less than a place and an end.</summary>
internal static class TokenSpans
{
    /// <summary>The word or the one character that starts at <paramref name="start"/>, within its line.</summary>
    public static TextSpan At(SourceText text, int start)
    {
        start = Math.Clamp(start, 0, text.Length);
        var lineEnd = Math.Max(start, text.LineEnd(text.LineAt(start)));
        var end = start;
        while (end < lineEnd && IsWord(text[end]))
        {
            end++;
        }

        if (end == start && start < lineEnd)
        {
            end += start + 1 < lineEnd && char.IsHighSurrogate(text[start]) ? 2 : 1;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Where <paramref name="token"/> stands alone on a line, the last time it does; else all that is written on the line.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">An offset on the line.</param>
    /// <param name="token">As it is written; null where the program names none.</param>
    public static TextSpan OnLine(SourceText text, int start, string? token)
    {
        var line = text.Line(text.LineAt(start));
        var code = text.ToString(line);
        for (var at = code.Length; token is { Length: > 0 } && (at = at > 0 ? code.LastIndexOf(token, at - 1, StringComparison.Ordinal) : -1) >= 0;)
        {
            if (!IsPartOfWord(code, at, token))
            {
                return new TextSpan(line.Start + at, line.Start + at + token.Length);
            }
        }

        var indent = code.Length - code.TrimStart().Length;
        return indent == code.Length ? line : new TextSpan(line.Start + indent, line.Start + code.TrimEnd().Length);
    }

    private static bool IsPartOfWord(string code, int at, string token) =>
        (IsWord(token[0]) && at > 0 && IsWord(code[at - 1]))
        || (IsWord(token[^1]) && at + token.Length < code.Length && IsWord(code[at + token.Length]));

    private static bool IsWord(char unit) => char.IsLetterOrDigit(unit) || unit is '_' or '$' || char.IsSurrogate(unit);
}
