namespace UltimateCopilot.Workspace.Ignoring;

/// <summary>
/// Matches a glob as git does, byte by byte: its <c>wildmatch</c>, quirks included, because a walk that disagrees with git about one
/// file is a walk that people cannot predict.
/// </summary>
internal static class WildMatch
{
    private enum Outcome
    {
        Match,
        NoMatch,

        /// <summary>The text ran out: no longer start of a star can help.</summary>
        AbortAll,

        /// <summary>A slash stopped a star: only an enclosing double star can help.</summary>
        AbortToStarStar,
    }

    /// <summary>Whether the whole of <paramref name="text"/> matches.</summary>
    /// <param name="pattern">The glob.</param>
    /// <param name="text">A path with forward slashes, or a name.</param>
    /// <param name="asPath">Whether <c>*</c> and <c>?</c> stop at slashes.</param>
    /// <param name="ignoreCase">Whether ASCII letters match in either case.</param>
    public static bool IsMatch(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text, bool asPath, bool ignoreCase) =>
        Run(pattern, text, asPath, ignoreCase) == Outcome.Match;

    /// <summary>The byte at <paramref name="index"/>, or 0 behind the end, which is how the rules below are written.</summary>
    internal static byte At(ReadOnlySpan<byte> bytes, int index) => (uint)index < (uint)bytes.Length ? bytes[index] : (byte)0;

    internal static byte Fold(byte value, bool ignoreCase) => ignoreCase && char.IsAsciiLetterUpper((char)value) ? (byte)(value | 0x20) : value;

    private static Outcome Run(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text, bool asPath, bool ignoreCase)
    {
        var t = 0;
        for (var p = 0; p < pattern.Length; p++, t++)
        {
            var wanted = Fold(pattern[p], ignoreCase);
            var given = Fold(At(text, t), ignoreCase);
            if (given == 0 && wanted != '*')
            {
                return Outcome.AbortAll;
            }

            switch (wanted)
            {
                case (byte)'?' when asPath && given == '/':
                    return Outcome.NoMatch;
                case (byte)'?':
                    break;
                case (byte)'[':
                    if (ByteClass.Match(pattern, ref p, given, ignoreCase) is not { } within)
                    {
                        return Outcome.AbortAll;
                    }

                    if (!within || (asPath && given == '/'))
                    {
                        return Outcome.NoMatch;
                    }

                    break;
                case (byte)'*':
                    if (Star(pattern, ref p, text, ref t, asPath, ignoreCase) is { } outcome)
                    {
                        return outcome;
                    }

                    break;
                case (byte)'\\':
                    // The escaped byte is not folded, and a lone escape at the end matches nothing: both as git has it.
                    if (given != At(pattern, ++p))
                    {
                        return Outcome.NoMatch;
                    }

                    break;
                default:
                    if (given != wanted)
                    {
                        return Outcome.NoMatch;
                    }

                    break;
            }
        }

        return t < text.Length ? Outcome.NoMatch : Outcome.Match;
    }

    /// <summary>Decides at a star; nothing means that it took a whole path segment and the caller goes on behind the slash.</summary>
    private static Outcome? Star(ReadOnlySpan<byte> pattern, ref int p, ReadOnlySpan<byte> text, ref int t, bool asPath, bool ignoreCase)
    {
        var start = p;
        while (At(pattern, p) == '*')
        {
            p++;
        }

        var rest = pattern[p..];
        var crossesSlashes = !asPath;
        if (asPath && p - start > 1 && IsWholeSegment(pattern, start, rest))
        {
            // "a/**/b" also means "a/b".
            if (At(rest, 0) == '/' && Run(rest[1..], text[t..], asPath, ignoreCase) == Outcome.Match)
            {
                return Outcome.Match;
            }

            crossesSlashes = true;
        }

        if (rest.IsEmpty)
        {
            return !crossesSlashes && text[t..].Contains((byte)'/') ? Outcome.AbortToStarStar : Outcome.Match;
        }

        if (!crossesSlashes && rest[0] == '/')
        {
            var slash = text[t..].IndexOf((byte)'/');
            t += slash;
            return slash < 0 ? Outcome.AbortAll : null;
        }

        return Grow(rest, text[t..], crossesSlashes, asPath, ignoreCase);
    }

    private static bool IsWholeSegment(ReadOnlySpan<byte> pattern, int start, ReadOnlySpan<byte> rest) =>
        (start == 0 || pattern[start - 1] == '/')
        && (rest.IsEmpty || rest[0] == '/' || (rest[0] == '\\' && At(rest, 1) == '/'));

    /// <summary>Lets a star take more and more of the text until the rest of the pattern matches.</summary>
    private static Outcome Grow(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> text, bool crossesSlashes, bool asPath, bool ignoreCase)
    {
        var literal = rest[0] is (byte)'*' or (byte)'?' or (byte)'[' or (byte)'\\' ? (byte)0 : Fold(rest[0], ignoreCase);
        for (var t = 0; t < text.Length; t++)
        {
            while (literal != 0 && t < text.Length && Fold(text[t], ignoreCase) != literal)
            {
                if (!crossesSlashes && text[t] == '/')
                {
                    return Outcome.AbortToStarStar;
                }

                t++;
            }

            if (t == text.Length)
            {
                return crossesSlashes ? Outcome.AbortAll : Outcome.AbortToStarStar;
            }

            var outcome = Run(rest, text[t..], asPath, ignoreCase);
            if (outcome != Outcome.NoMatch && (!crossesSlashes || outcome != Outcome.AbortToStarStar))
            {
                return outcome;
            }

            if (outcome == Outcome.NoMatch && !crossesSlashes && text[t] == '/')
            {
                return Outcome.AbortToStarStar;
            }
        }

        return Outcome.AbortAll;
    }
}
