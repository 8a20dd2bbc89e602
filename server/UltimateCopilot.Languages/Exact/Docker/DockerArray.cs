using System.Buffers;

namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>
/// Tells whether arguments are a JSON array. Many that start with a bracket are a test for a shell; so this neither throws nor copies.
/// </summary>
internal static class DockerArray
{
    private const string Blanks = " \t\r\n";

    /// <summary>What ends or interrupts a JSON string.</summary>
    private static readonly SearchValues<char> InString = SearchValues.Create("\"\\" + string.Concat(Enumerable.Range(0, ' ').Select(static unit => (char)unit)));

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> InNumber = SearchValues.Create("0123456789.eE+-");
    private static readonly SearchValues<char> BehindWord = SearchValues.Create("," + "]" + Blanks);

    public static DockerArrayKind Judge(ReadOnlySpan<char> text)
    {
        var depth = 0;
        var kind = DockerArrayKind.Strings;
        var expectsValue = true;
        var mayClose = true;
        text = text.Trim(Blanks);
        if (text is not ['[', .., ']'])
        {
            return DockerArrayKind.None;
        }

        while (!text.IsEmpty)
        {
            var length = 1;
            switch (text[0])
            {
                case '[' when expectsValue:
                    kind = depth++ > 0 ? DockerArrayKind.Values : kind;
                    (expectsValue, mayClose) = (true, true);
                    break;
                case ']' when depth > 0 && (mayClose || !expectsValue):
                    depth--;
                    expectsValue = false;
                    break;
                case ',' when depth > 0 && !expectsValue:
                    (expectsValue, mayClose) = (true, false);
                    break;
                case '"' when expectsValue && depth > 0:
                    length = LengthOfString(text);
                    expectsValue = false;
                    break;
                default:
                    length = expectsValue && depth > 0 ? LengthOfWord(text) : 0;
                    kind = DockerArrayKind.Values;
                    expectsValue = false;
                    break;
            }

            if (length == 0)
            {
                return DockerArrayKind.None;
            }

            text = text[length..].TrimStart(Blanks);
            if (depth == 0)
            {
                break;
            }
        }

        return depth == 0 && text.IsEmpty ? kind : DockerArrayKind.None;
    }

    /// <summary>How many strings an array of strings holds.</summary>
    public static int Count(ReadOnlySpan<char> array)
    {
        var count = 0;
        while (array.IndexOf('"') is >= 0 and var start)
        {
            array = array[start..];
            array = array[Math.Max(LengthOfString(array), 1)..];
            count++;
        }

        return count;
    }

    /// <summary>With its quotes; 0 where it is not closed, or malformed.</summary>
    private static int LengthOfString(ReadOnlySpan<char> text)
    {
        var at = 1;
        while (text[at..].IndexOfAny(InString) is >= 0 and var next)
        {
            at += next;
            if (text[at] == '"')
            {
                return at + 1;
            }

            if (text[at] != '\\' || at + 1 == text.Length || !IsEscape(text[(at + 1)..]))
            {
                return 0;
            }

            at += 2;
        }

        return 0;
    }

    private static bool IsEscape(ReadOnlySpan<char> text) => text[0] switch
    {
        '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' => true,
        'u' => text.Length > 4 && !text[1..5].ContainsAnyExcept(HexDigits),
        _ => false,
    };

    /// <summary>A number or one of JSON's words; 0 where there is none. Objects count as none: no instruction is near to one.</summary>
    private static int LengthOfWord(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAny(BehindWord);
        var word = length < 0 ? text : text[..length];
        return word is "true" or "false" or "null" || (word.Length > 0 && (char.IsAsciiDigit(word[^1]) && !word.ContainsAnyExcept(InNumber))) ? word.Length : 0;
    }
}
