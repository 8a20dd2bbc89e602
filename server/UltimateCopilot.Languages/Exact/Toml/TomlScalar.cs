using System.Globalization;

namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>Numbers, dates and truth values as in https://toml.io/en/v1.0.0#integer and the sections behind it.</summary>
internal static class TomlScalar
{
    private const int LastLeapSecond = 60;

    public static bool IsValid(ReadOnlySpan<char> word) =>
        word is "true" or "false" || IsNumber(word) || IsDateTime(word, requiresSeconds: true);

    /// <summary>What TOML 1.1 allows in addition.</summary>
    public static bool IsTimeWithoutSeconds(ReadOnlySpan<char> word) => IsDateTime(word, requiresSeconds: false);

    public static bool LooksLikeDate(ReadOnlySpan<char> word) =>
        word.Length >= 5 && char.IsAsciiDigit(word[0]) && (word[2] == ':' || (word[4] == '-' && char.IsAsciiDigit(word[1])));

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && word[0] == '0' && word[1] is 'x' or 'o' or 'b')
        {
            return IsDigits(word[2..], word[1] switch { 'x' => 16, 'o' => 8, _ => 2 });
        }

        word = word[0] is '+' or '-' ? word[1..] : word;
        if (word is "inf" or "nan")
        {
            return true;
        }

        if (word.IndexOfAny('e', 'E') is >= 0 and var exponent)
        {
            var power = word[(exponent + 1)..];
            if (!IsDigits(power is ['+' or '-', ..] ? power[1..] : power, 10))
            {
                return false;
            }

            word = word[..exponent];
        }

        if (word.IndexOf('.') is >= 0 and var point)
        {
            if (!IsDigits(word[(point + 1)..], 10))
            {
                return false;
            }

            word = word[..point];
        }

        return IsDigits(word, 10) && (word.Length == 1 || word[0] != '0');
    }

    /// <summary>Digits, with single underscores between them.</summary>
    private static bool IsDigits(ReadOnlySpan<char> digits, int radix)
    {
        var mayBreak = false;
        foreach (var unit in digits)
        {
            var isDigit = radix == 16 ? char.IsAsciiHexDigit(unit) : unit >= '0' && unit < '0' + radix;
            if (!isDigit && !(unit == '_' && mayBreak))
            {
                return false;
            }

            mayBreak = isDigit;
        }

        return mayBreak;
    }

    private static bool IsDateTime(ReadOnlySpan<char> word, bool requiresSeconds)
    {
        if (word.Length >= 3 && word[2] == ':')
        {
            return IsTime(word, requiresSeconds);
        }

        if (word.Length < 10 || !DateOnly.TryParseExact(word[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return word.Length >= 10 && word[..5] is "0000-" && IsDateTime($"2000{word[4..]}", requiresSeconds); // .NET knows no year 0
        }

        if (word.Length == 10)
        {
            return requiresSeconds;
        }

        if (word[10] is not ('T' or 't' or ' '))
        {
            return false;
        }

        var time = word[11..];
        if (time is [.., 'Z' or 'z'])
        {
            time = time[..^1];
        }
        else if (time.Length > 6 && time[^6] is '+' or '-')
        {
            if (!IsTime(time[^5..], requiresSeconds: false))
            {
                return false;
            }

            time = time[..^6];
        }

        return IsTime(time, requiresSeconds);
    }

    private static bool IsTime(ReadOnlySpan<char> time, bool requiresSeconds)
    {
        if (time.Length < 5 || !IsPair(time, 24) || time[2] != ':' || !IsPair(time[3..], 60))
        {
            return false;
        }

        if (time.Length == 5)
        {
            return !requiresSeconds;
        }

        if (time.Length < 8 || time[5] != ':' || !IsPair(time[6..], LastLeapSecond + 1))
        {
            return false;
        }

        return time.Length == 8 || (time.Length > 9 && time[8] == '.' && !time[9..].ContainsAnyExceptInRange('0', '9'));
    }

    private static bool IsPair(ReadOnlySpan<char> text, int limit) =>
        char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && ((text[0] - '0') * 10) + text[1] - '0' < limit;
}
