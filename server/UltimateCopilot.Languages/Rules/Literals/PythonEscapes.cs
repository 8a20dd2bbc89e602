using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules.Literals;

/// <summary>
/// Escapes in Python's strings, https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences. One that is not known stands for
/// itself; one that lacks its digits is an error.
/// </summary>
internal static class PythonEscapes
{
    /// <summary>The content of a string without prefix r or b.</summary>
    public static string? CheckText(ReadOnlySpan<char> literal, out TextSpan at)
    {
        for (var i = NextEscape(literal, 0); i >= 0; i = NextEscape(literal, i + 2))
        {
            at = new TextSpan(i, i + 2);
            var fault = literal[i + 1] switch
            {
                'x' => Digits(literal, i, 2),
                'u' => Digits(literal, i, 4),
                'U' => Digits(literal, i, 8) ?? (literal.Slice(i + 2, 8).SequenceCompareTo("00110000") < 0 ? null : "there is no such character: the last one is \\U0010ffff"),
                'N' when i + 2 >= literal.Length || literal[i + 2] != '{' || literal[i..].IndexOf('}') < 4 => "the name of a character in braces is expected after '\\N'",
                _ => null,
            };
            if (fault is not null)
            {
                return fault;
            }
        }

        at = default;
        return null;
    }

    /// <summary>The content of a string with prefix b.</summary>
    public static string? CheckBytes(ReadOnlySpan<char> literal, out TextSpan at)
    {
        for (var i = NextEscape(literal, 0); i >= 0; i = NextEscape(literal, i + 2))
        {
            at = new TextSpan(i, i + 2);
            if (literal[i + 1] == 'x' && Digits(literal, i, 2) is { } fault)
            {
                return fault;
            }
        }

        at = default;
        return null;
    }

    private static int NextEscape(ReadOnlySpan<char> literal, int start)
    {
        var found = start < literal.Length ? literal[start..].IndexOf('\\') : -1;
        return found < 0 || start + found + 1 >= literal.Length ? -1 : start + found;
    }

    private static string? Digits(ReadOnlySpan<char> literal, int escape, int count)
    {
        for (var i = escape + 2; i < escape + 2 + count; i++)
        {
            if (i >= literal.Length || !char.IsAsciiHexDigit(literal[i]))
            {
                return $"{count} hexadecimal digits are expected after '\\{literal[escape + 1]}'";
            }
        }

        return null;
    }
}
