namespace UltimateCopilot.Workspace.Ignoring;

/// <summary>A bracket expression such as <c>[a-z]</c>, <c>[!0-9]</c> or <c>[[:digit:]_]</c>, with git's reading of malformed ones.</summary>
internal static class ByteClass
{
    /// <summary>
    /// Whether <paramref name="given"/> is within the class that opens at <paramref name="p"/>, which is left at the closing bracket;
    /// nothing when the class is malformed, so that the pattern can match nothing at all.
    /// </summary>
    public static bool? Match(ReadOnlySpan<byte> pattern, ref int p, byte given, bool ignoreCase)
    {
        var current = WildMatch.At(pattern, ++p);
        var negated = current is (byte)'!' or (byte)'^';
        if (negated)
        {
            current = WildMatch.At(pattern, ++p);
        }

        var matched = false;
        byte before = 0;
        // A closing bracket in the first place is a member, hence the test at the end.
        do
        {
            if (current == 0)
            {
                return null;
            }

            if (current == '\\')
            {
                current = WildMatch.At(pattern, ++p);
                if (current == 0)
                {
                    return null;
                }

                matched |= given == current;
            }
            else if (current == '-' && before != 0 && WildMatch.At(pattern, p + 1) is not (0 or (byte)']'))
            {
                if (RangeEnd(pattern, ref p) is not { } last)
                {
                    return null;
                }

                matched |= IsBetween(given, before, last) || (ignoreCase && IsBetween(Upper(given), before, last));
                current = 0;
            }
            else if (current == '[' && WildMatch.At(pattern, p + 1) == ':')
            {
                var end = pattern[(p + 2)..].IndexOf((byte)']') + p + 2;
                if (end < p + 2)
                {
                    return null;
                }

                if (end == p + 2 || pattern[end - 1] != ':')
                {
                    matched |= given == '[';
                }
                else if (IsNamed(pattern[(p + 2)..(end - 1)], (char)given, ignoreCase) is { } within)
                {
                    matched |= within;
                    p = end;
                    current = 0;
                }
                else
                {
                    return null;
                }
            }
            else
            {
                matched |= given == current;
            }

            before = current;
            current = WildMatch.At(pattern, ++p);
        }
        while (current != ']');

        return matched != negated;
    }

    private static byte? RangeEnd(ReadOnlySpan<byte> pattern, ref int p)
    {
        var last = WildMatch.At(pattern, ++p);
        if (last == '\\')
        {
            last = WildMatch.At(pattern, ++p);
        }

        return last == 0 ? null : last;
    }

    private static bool IsBetween(byte value, byte first, byte last) => value >= first && value <= last;

    private static byte Upper(byte value) => char.IsAsciiLetterLower((char)value) ? (byte)(value & ~0x20) : value;

    private static bool? IsNamed(ReadOnlySpan<byte> name, char given, bool ignoreCase) => name switch
    {
        _ when name.SequenceEqual("alnum"u8) => char.IsAsciiLetterOrDigit(given),
        _ when name.SequenceEqual("alpha"u8) => char.IsAsciiLetter(given),
        _ when name.SequenceEqual("blank"u8) => given is ' ' or '\t',
        _ when name.SequenceEqual("cntrl"u8) => given is < ' ' or '\x7f',
        _ when name.SequenceEqual("digit"u8) => char.IsAsciiDigit(given),
        _ when name.SequenceEqual("graph"u8) => given is > ' ' and < '\x7f',
        _ when name.SequenceEqual("lower"u8) => char.IsAsciiLetterLower(given),
        _ when name.SequenceEqual("print"u8) => given is >= ' ' and < '\x7f',
        _ when name.SequenceEqual("punct"u8) => given is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(given),
        _ when name.SequenceEqual("space"u8) => given is ' ' or (>= '\t' and <= '\r'),
        _ when name.SequenceEqual("upper"u8) => char.IsAsciiLetterUpper(given) || (ignoreCase && char.IsAsciiLetterLower(given)),
        _ when name.SequenceEqual("xdigit"u8) => char.IsAsciiHexDigit(given),
        _ => null,
    };
}
