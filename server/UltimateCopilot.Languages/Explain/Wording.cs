using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>How findings name things.</summary>
internal static class Wording
{
    private const int LongestQuote = 24;

    /// <summary>A rule of a grammar as people name it.</summary>
    public static string Rule(string name) => name switch
    {
        "identifier" or "simple_identifier" or "Name" or "name" => "a name",
        "type_identifier" or "type" or "predefined_type" => "a type",
        "property_identifier" => "a property name",
        "string" or "string_literal" => "a string",
        "number" or "integer" or "integer_literal" => "a number",
        "block" or "statement_block" => "a block",
        _ when name.Contains("expression", StringComparison.Ordinal) => "an expression",
        _ when name.Contains("statement", StringComparison.Ordinal) => "a statement",
        _ when name.EndsWith("_value", StringComparison.Ordinal) => "a value",
        _ => Article(name.Trim('_').Replace('_', ' ')),
    };

    /// <summary>A piece of the text in quotes, its first line, cut where it is long.</summary>
    public static string Quote(SourceText text, TextSpan span) => $"'{Excerpt(text, span)}'";

    /// <summary>The first line of a piece of the text, cut where it is long.</summary>
    public static string Excerpt(SourceText text, TextSpan span)
    {
        var end = Math.Min(span.End, text.LineEnd(text.LineAt(span.Start)));
        var cut = end - span.Start > LongestQuote;
        var quoted = text.ToString(new TextSpan(span.Start, cut ? span.Start + LongestQuote : end));
        return cut ? quoted + "…" : quoted;
    }

    /// <summary>Another program's sentence as findings have them: lower case at the start, unless a name stands there, and no full stop.</summary>
    public static string Clause(string sentence)
    {
        sentence = sentence.TrimEnd('.');
        return sentence.Length > 1 && !char.IsUpper(sentence[1]) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
    }

    /// <summary>"on line 3", or nothing where both are on one line.</summary>
    public static string OnLine(SourceText text, int offset, int seenFrom)
    {
        var line = text.LineAt(offset);
        return line == text.LineAt(seenFrom) ? string.Empty : $" on line {line + 1}";
    }

    /// <summary>" opened on line 3", or nothing where both are on one line.</summary>
    public static string OpenedOnLine(SourceText text, int offset, int seenFrom) =>
        OnLine(text, offset, seenFrom) is { Length: > 0 } line ? $" opened{line}" : string.Empty;

    /// <summary>Whether a character comes from a document rather than from a keyboard for code.</summary>
    public static bool IsForeign(char unit) => unit is '\u201C' or '\u201D' or '\u201E' or '\u2018' or '\u2019' or '\u201A' or '\u00A0' or '\u2007' or '\u202F'
        or '\u200B' or '\u2060' or '\uFEFF' or '\u2013' or '\u2014' or '\u2212';

    /// <summary>What a character that no token starts with is, and what was probably meant.</summary>
    public static string Character(char unit) => unit switch
    {
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => $"'{unit}' is a typographic quote, use '\"' instead",
        '\u2018' or '\u2019' or '\u201A' => $"'{unit}' is a typographic quote, use \"'\" instead",
        '\u00A0' or '\u2007' or '\u202F' => "a no-break space stands here, use a plain space instead",
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => $"an invisible character (U+{(int)unit:X4}) stands here, delete it",
        '\u2013' or '\u2014' or '\u2212' => $"'{unit}' is a typographic dash, use '-' instead",
        _ when char.IsControl(unit) => $"unexpected control character U+{(int)unit:X4}",
        _ => $"unexpected character '{unit}'",
    };

    private static string Article(string noun) => noun.Length > 0 && "aeiou".Contains(noun[0]) ? $"an {noun}" : $"a {noun}";
}
