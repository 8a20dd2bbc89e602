using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Rust;

/// <summary>The messages of rustc's parser with our codes; its words are good.</summary>
internal static class RustWords
{
    private static readonly ToolPlaces Places = new(ColumnUnit.CodePoints) { Breaks = LineBreaks.LineFeeds, SkipsByteOrderMark = true };

    public static Finding Translate(string message, RustSpan place, IReadOnlyList<RustSpan> spans, SourceText text)
    {
        TextSpan? Labelled(string label) => spans.FirstOrDefault(span => span.Label?.StartsWith(label, StringComparison.Ordinal) == true) is { } span ? SpanOf(span, text) : null;
        var span = SpanOf(place, text);
        if (message.StartsWith("unexpected closing delimiter", StringComparison.Ordinal))
        {
            // One that fits no opener may have thrown off the pairing of those behind.
            span = Labelled("missing open `") is { } unopened ? TokenSpans.At(text, unopened.Start) : span;
            return Make(FindingCodes.UnmatchedBracket, span, $"{Wording.Quote(text, span)} closes nothing: no bracket is open here");
        }

        // Where the layout tells which of several brackets is the one, rustc says so.
        if ((Labelled("this delimiter might not be properly closed") ?? Labelled("unclosed delimiter")) is { } opener)
        {
            return message.StartsWith("mismatched", StringComparison.Ordinal)
                ? ClosedByAnother(opener, Labelled("mismatched closing") ?? span, text)
                : NeverClosed(opener, Labelled("...as it matches this") ?? span, text);
        }

        var (code, words) = Translate(message);
        return Make(code, span, words);
    }

    private static Finding NeverClosed(TextSpan opener, TextSpan place, SourceText text)
    {
        var (quoted, expected) = (Wording.Quote(text, opener), CloserOf(text[opener.Start]));
        var finding = Make(FindingCodes.UnclosedBracket, place, $"{quoted}{Wording.OpenedOnLine(text, opener.Start, place.Start)} is never closed: expected '{expected}' here");
        return finding with { Expected = expected, Related = [new RelatedPlace(opener, $"{quoted} opened here")] };
    }

    /// <summary>The place is the opener's, as for rustc: its partner is mostly missing on the same line.</summary>
    private static Finding ClosedByAnother(TextSpan opener, TextSpan other, SourceText text)
    {
        var expected = CloserOf(text[opener.Start]);
        var words = $"{Wording.Quote(text, opener)} is never closed: {Wording.Quote(text, other)}{Wording.OnLine(text, other.Start, opener.Start)} comes before its '{expected}'";
        return Make(FindingCodes.UnclosedBracket, opener, words) with { Expected = expected };
    }

    private static string CloserOf(char opener) => opener switch { '(' => ")", '[' => "]", _ => "}" };

    private static (string Code, string Message) Translate(string message)
    {
        bool Says(string part) => message.Contains(part, StringComparison.Ordinal);
        bool Starts(string part) => message.StartsWith(part, StringComparison.Ordinal);
        var words = message.Replace('`', '\'');
        return message switch
        {
            _ when Starts("unterminated block comment") => (FindingCodes.UnclosedComment, "this comment is never closed: expected '*/'"),
            _ when Starts("unterminated character literal") || Starts("unterminated byte constant") || Says("may only contain one") || Starts("empty character literal")
                => (FindingCodes.InvalidLiteral, "a character literal holds exactly one character between quotes"),
            _ when Starts("unterminated") => (FindingCodes.UnclosedString, "this string is never closed"),
            _ when Starts("unknown start of token") => (FindingCodes.UnexpectedCharacter, words),
            _ when Starts("expected identifier, found keyword") || Starts("expected identifier, found reserved")
                => (FindingCodes.ReservedWord, $"{words[words.IndexOf('\'')..]} is a word of the language and cannot be a name here"),
            _ when Starts("expected expression") || Starts("expected item") || Starts("expected statement") || Starts("expected pattern") || Starts("expected type")
                => (FindingCodes.UnexpectedToken, words),
            _ when Starts("expected") || Starts("missing") => (FindingCodes.MissingToken, words),
            _ when Starts("unexpected") => (FindingCodes.UnexpectedToken, words),
            _ when Says("literal") || Says("escape") || Says("digit") || Says("suffix") || Says("exponent") || Says("codepoint") => (FindingCodes.InvalidLiteral, words),
            _ when Starts("encountered diff marker") => (FindingCodes.ConflictMarker, "merge conflict marker"),
            _ => (FindingCodes.Rejected, words),
        };
    }

    private static Finding Make(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message, Layer = Layer.Toolchain };

    /// <summary>An empty place is between two tokens; what spans lines is marked on its first.</summary>
    private static TextSpan SpanOf(RustSpan span, SourceText text)
    {
        var start = Places.OffsetAt(text, span.LineStart, span.ColumnStart);
        var end = Math.Max(start, Places.OffsetAt(text, span.LineEnd, span.ColumnEnd));
        return new TextSpan(start, Math.Min(end, Math.Max(start, text.LineEnd(text.LineAt(start)))));
    }
}
