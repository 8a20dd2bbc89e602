using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact;

/// <summary>Says in a person's words what the JSON reader stumbled over. Offsets are bytes of the UTF-8 text.</summary>
internal readonly ref struct JsonError(
    SourceText text, ReadOnlySpan<byte> bytes, int mark, Stack<int> open, int lastTokenStart, int consumed, bool allowComments)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The finding for the reader's <paramref name="message"/> about the byte at <paramref name="at"/>.</summary>
    public Finding Explain(string message, int at)
    {
        bool Says(string part) => message.Contains(part, StringComparison.Ordinal);
        var unit = at < _bytes.Length ? (char)_bytes[at] : '\0';
        var atEnd = _bytes[Math.Min(at, _bytes.Length)..].Trim(" \t\r\n"u8).IsEmpty;

        if ((Says("escap") || Says("hex digit")) && unit >= ' ')
        {
            return At(FindingCodes.InvalidLiteral, at, at + 1, "this escape is not one of JSON's: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
        }

        if (Says("end of string") || Says("within a JSON string"))
        {
            return Unclosed(at);
        }

        if (open.Count > 0 && (atEnd || Says("open JSON object or array")))
        {
            var opener = open.Peek() + mark;
            return Bracket(opener, End(), $"'{(char)_bytes[opener]}'{OpenedOnLine(opener, End())} is never closed: expected '{Closer(opener)}' here", FindingCodes.UnclosedBracket);
        }

        if (open.Count == 0 && consumed <= mark && atEnd)
        {
            return At(FindingCodes.UnexpectedEnd, at, at, "the file is empty: expected a value");
        }

        if (unit is '}' or ']' && open.Count > 0 && Closer(open.Peek() + mark) != unit && !Says("trailing comma"))
        {
            var opener = open.Peek() + mark;
            return Bracket(opener, at + 1, $"'{(char)_bytes[opener]}'{OpenedOnLine(opener, at)} is closed by '{unit}': expected '{Closer(opener)}'", FindingCodes.MismatchedBracket);
        }

        if (unit == '/' && !allowComments)
        {
            return At(FindingCodes.UnexpectedToken, at, at + 1, "JSON allows no comments");
        }

        return message switch
        {
            _ when Says("trailing comma") || (unit is '}' or ']' && PreviousIsComma(at)) =>
                At(FindingCodes.UnexpectedToken, Previous(at), Previous(at) + 1, $"nothing follows this comma: JSON allows none before '{unit}'"),
            _ when unit == '\'' => AtWord(FindingCodes.UnexpectedToken, at, "JSON strings stand in double quotes"),
            _ when Says("after a value") => At(FindingCodes.MissingToken, End() - 1, End(), $"expected ',' before {Quote(at)}"),
            _ when Says("after a property name") => At(FindingCodes.MissingToken, Previous(at), Previous(at) + 1, "expected ':' after the property name"),
            _ when Says("start of a property name") => AtWord(FindingCodes.UnexpectedToken, at, $"expected a property name in double quotes, found {Quote(at)}"),
            _ when Says("after a single JSON value") && unit is '}' or ']' =>
                At(FindingCodes.UnmatchedBracket, at, at + 1, $"'{unit}' closes nothing: no bracket is open here"),
            _ when Says("after a single JSON value") => At(FindingCodes.UnexpectedToken, at, at + 1, $"unexpected {Quote(at)} after the end of the document"),
            _ when Says("invalid JSON literal") => AtWord(FindingCodes.UnexpectedToken, ValueStart(), $"{Quote(ValueStart())} is no JSON value"),
            _ when Says("leading zero") => At(FindingCodes.InvalidLiteral, at, at + 1, "a JSON number does not start with a zero"),
            _ when (Says("number") || Says("digit")) && at > 0 && _bytes[at - 1] == '.' =>
                At(FindingCodes.InvalidLiteral, at - 1, at, "a JSON number does not end with its point"),
            _ when (Says("number") || Says("digit")) && at > 0 && char.IsAsciiDigit((char)_bytes[at - 1]) && !char.IsAsciiLetterOrDigit(unit) =>
                At(FindingCodes.MissingToken, at, at + 1, $"expected ',' or the closing bracket, found {Quote(at)}"),
            _ when Says("number") || Says("digit") => At(FindingCodes.InvalidLiteral, at, at + 1, $"{Quote(at)} does not belong in a number here"),
            _ when Says("start of a value") => AtWord(FindingCodes.UnexpectedToken, at, $"expected a value, found {Quote(at)}"),
            _ => At(FindingCodes.UnexpectedToken, at, at + 1, $"unexpected {Quote(at)}"),
        };
    }

    /// <summary>The reader names the place where it gave up; the string's own quote is the first one behind the last good token.</summary>
    private Finding Unclosed(int at)
    {
        var quote = _bytes[consumed..Math.Max(at, consumed)].IndexOf((byte)'"');
        var start = quote < 0 ? lastTokenStart : consumed + quote;
        return At(FindingCodes.UnclosedString, start, Math.Max(at, start + 1), "this string is never closed: expected '\"'");
    }

    private Finding Bracket(int opener, int end, string message, string code) =>
        At(code, end - 1, end, message) with { Related = [new RelatedPlace(Span(opener, opener + 1), $"'{(char)_bytes[opener]}' opened here")] };

    private Finding At(string code, int start, int end, string message) =>
        new() { Code = code, Span = Span(start, end), Message = message, Layer = Layer.Exact };

    private TextSpan Span(int start, int end)
    {
        var first = JsonParser.CharOffset(_bytes, SkipBlankUnlessEnd(start, end));
        return new TextSpan(first, Math.Max(first, JsonParser.CharOffset(_bytes, end)));
    }

    /// <summary>Behind the last good token.</summary>
    private int End() => Math.Max(consumed, mark + 1) is var end && end <= _bytes.Length ? end : _bytes.Length;

    private string OpenedOnLine(int opener, int seenFrom) =>
        UltimateCopilot.Languages.Explain.Wording.OpenedOnLine(text, JsonParser.CharOffset(_bytes, opener), Math.Max(JsonParser.CharOffset(_bytes, seenFrom) - 1, 0));

    private Finding AtWord(string code, int at, string message) => At(code, at, at + 1, message) with { Span = Word(at) };

    private string Quote(int at) => UltimateCopilot.Languages.Explain.Wording.Quote(text, Word(at));

    /// <summary>The string, up to its second quote, or the word, or the single character at an offset.</summary>
    private TextSpan Word(int at)
    {
        var start = JsonParser.CharOffset(_bytes, at);
        var end = start;
        if (start < text.Length && text[start] is '"' or '\'')
        {
            var line = text.ToString(new TextSpan(start, text.LineEnd(text.LineAt(start))));
            return new TextSpan(start, start + Math.Max(line.IndexOf(text[start], 1) + 1, 1));
        }

        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' or '-'))
        {
            end++;
        }

        return new TextSpan(start, Math.Min(Math.Max(end, start + 1), text.Length));
    }

    /// <summary>Where the value begins that the last good token leads to.</summary>
    private int ValueStart() => SkipBlank(consumed) is var next && next < _bytes.Length && _bytes[next] is (byte)':' or (byte)',' ? SkipBlank(next + 1) : next;

    private char Closer(int opener) => _bytes[opener] == '{' ? '}' : ']';

    private bool PreviousIsComma(int at) => Previous(at) is >= 0 and var previous && _bytes[previous] == ',';

    private int Previous(int at) => _bytes[..Math.Min(at, _bytes.Length)].LastIndexOfAnyExcept(" \t\r\n"u8);

    private int SkipBlank(int at) => _bytes[at..].IndexOfAnyExcept(" \t\r\n"u8) is >= 0 and var blank ? at + blank : at;

    private int SkipBlankUnlessEnd(int start, int end) => SkipBlank(Math.Clamp(start, 0, _bytes.Length)) is var skipped && skipped < end ? skipped : Math.Max(start, 0);
}
