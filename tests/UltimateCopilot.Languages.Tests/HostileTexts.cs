namespace UltimateCopilot.Languages.Tests;

/// <summary>Texts made to break a parser.</summary>
internal static class HostileTexts
{
    public static IEnumerable<(string Title, Func<string> Code)> All => [.. Small, .. Large];

    public static IEnumerable<(string Title, Func<string> Code)> Small
    {
        get
        {
            yield return ("OpenBrackets", static () => new string('[', 100_000));
            yield return ("OpenBraces", static () => new string('{', 100_000));
            yield return ("OpenParentheses", static () => "x = " + new string('(', 100_000));
            yield return ("ClosedBrackets", static () => new string('[', 100_000) + new string(']', 100_000));
            yield return ("ClosingBrackets", static () => new string('}', 100_000));
            yield return ("OpenTags", static () => string.Concat(Enumerable.Repeat("<a>", 100_000)));
            yield return ("OpenLists", static () => string.Concat(Enumerable.Repeat("- ", 20_000)));
            yield return ("OpenQuestions", static () => string.Concat(Enumerable.Repeat("? ", 10_000)));
            yield return ("OpenBlocks", static () => "class A { void B() " + string.Concat(Enumerable.Repeat("{ if (c) ", 30_000)));
            yield return ("Staircase", static () => string.Concat(Enumerable.Range(0, 1_500).Select(static i => new string(' ', i) + "if a:\n")));
            yield return ("SequencesInSequences", static () => string.Concat(Enumerable.Range(0, 400).Select(static i => new string(' ', i) + "a:\n" + new string(' ', i) + "-\n")));
            yield return ("Quotes", static () => string.Concat(Enumerable.Repeat("> ", 100_000)));
            yield return ("LongSum", static () => "var a = " + string.Concat(Enumerable.Repeat("1 + ", 100_000)) + "1;");
            yield return ("HalfSurrogates", static () => "{\"a\": \"\uD800\"}\n\uDC00\uD800");
            yield return ("HalfSurrogateAtTheEnd", static () => "a: \"b\uD83D");
            yield return ("Nulls", static () => new string('\0', 10_000));
            yield return ("NullsWithin", static () => "{\"a\0\": \0}\n<a\0>\na: \0\n");
            yield return ("ControlCharacters", static () => string.Concat(Enumerable.Range(0, 32).Select(static i => (char)i)));
            yield return ("LoneCarriageReturns", static () => string.Concat(Enumerable.Repeat("a: 1\r", 10_000)) + "}");
            yield return ("ByteOrderMarks", static () => "\uFEFF\uFEFF\uFEFF");
            yield return ("Comment", static () => "/*" + new string('*', 100_000) + "<!--" + new string('-', 100_000));
            yield return ("Noise", static () => Noise(100_000));
        }
    }

    /// <summary>Ten megabytes each.</summary>
    public static IEnumerable<(string Title, Func<string> Code)> Large
    {
        get
        {
            yield return ("LongLine", static () => "\"" + new string('x', 10_000_000) + "\"");
            yield return ("LongLineWithoutEnd", static () => "a: \"" + new string('x', 10_000_000));
            yield return ("LongName", static () => new string('x', 10_000_000));
        }
    }

    private static string Noise(int length)
    {
        const string Units = "{}[]()<>/\\\"'`:;,.-=&*!?#%@|~^$ \t\n\rab01\uFEFF\uD83D\uDE00é\0";
        var random = new Random(20_260_801);
        return string.Concat(Enumerable.Range(0, length).Select(_ => Units[random.Next(Units.Length)]));
    }
}
