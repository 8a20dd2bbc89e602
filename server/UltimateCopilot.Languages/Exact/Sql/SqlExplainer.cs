using UltimateCopilot.Languages.Exact.Sql.Grammar;
using UltimateCopilot.Languages.Exact.Sql.Lexing;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>Says in a person's words why a statement does not fit its rules.</summary>
internal sealed class SqlExplainer(SourceText text, SqlTokens tokens, SqlProgram program, SqlMachine machine)
{
    /// <summary>Whether a quote is missing or too many: then from there on strings and code have changed places.</summary>
    public bool QuotesAreOdd { get; } = tokens.LastKind is SqlKind.UnclosedString or SqlKind.UnclosedName;

    /// <summary>The finding for a fault.</summary>
    public Finding Explain(SqlFault fault)
    {
        var at = fault.Token;
        var kind = tokens.Kind(at);
        return ExplainToken(at, kind)
            ?? (QuotesAreOdd ? FindOpenString(fault) : null)
            ?? new SqlFaultExplainer(text, tokens, program, machine, fault).Explain();
    }

    /// <summary>Of a statement that is nested too deeply for the rules: the first bracket without a partner, or null.</summary>
    public Finding? ExplainBrackets(int start, int end)
    {
        var open = new Stack<int>();
        for (var i = start; i < end; i++)
        {
            if (tokens.Kind(i) is SqlKind.OpenParen or SqlKind.OpenBracket)
            {
                open.Push(i);
            }
            else if (tokens.Kind(i) is SqlKind.CloseParen or SqlKind.CloseBracket && !open.TryPop(out _))
            {
                return At(FindingCodes.UnmatchedBracket, tokens.Span(i), $"{Wording.Quote(text, tokens.Span(i))} closes nothing: no bracket is open here");
            }
        }

        return open.TryPop(out var opener)
            ? At(FindingCodes.UnclosedBracket, tokens.Span(opener), $"{Wording.Quote(text, tokens.Span(opener))} is never closed: expected '{(tokens.Kind(opener) == SqlKind.OpenParen ? ')' : ']')}'")
            : null;
    }

    /// <summary>A token that is wrong by itself.</summary>
    private Finding? ExplainToken(int at, ushort kind)
    {
        var span = tokens.Span(at);
        switch (kind)
        {
            case SqlKind.UnclosedString:
                var quote = Opening(span.Start);
                return At(FindingCodes.UnclosedString, FirstLine(span), $"this string is never closed: expected {(quote.Contains('\'') ? $"\"{quote}\"" : $"'{quote}'")}");
            case SqlKind.UnclosedName:
                return At(FindingCodes.UnclosedString, FirstLine(span), $"this name in quotes is never closed: expected '{(text[span.Start] == '[' ? ']' : text[span.Start])}'");
            case SqlKind.UnclosedComment:
                return At(FindingCodes.UnclosedComment, new TextSpan(span.Start, span.Start + 2), "this comment is never closed: expected '*/'");
            case SqlKind.Stray:
                return At(FindingCodes.UnexpectedCharacter, span, Wording.Character(text[span.Start]));
            case SqlKind.BadNumber:
                return At(FindingCodes.InvalidLiteral, span, $"{Wording.Quote(text, span)} is neither a number nor a name: names do not start with a digit");
            default:
                return null;
        }
    }

    /// <summary>The string whose end was lost: it runs up to the next one's quote, so that what follows it makes no sense.</summary>
    private Finding? FindOpenString(SqlFault fault)
    {
        for (var i = fault.Token; i >= Math.Max(fault.Statement, fault.Token - 2); i--)
        {
            if (tokens.Kind(i) is not (SqlKind.String or SqlKind.QuotedName))
            {
                continue;
            }

            var span = tokens.Span(i);
            var quote = text[span.End - 1];
            if (span.Start > 0 && i > fault.Statement && tokens.Span(i - 1).End == span.Start && SqlWords.IsWord(tokens.Kind(i - 1)))
            {
                var word = tokens.Span(i - 1);
                return At(FindingCodes.MissingToken, word, $"expected {Mark(quote)} before {Wording.Quote(text, word)}");
            }

            if (quote == '\'' && span.Length > 2 && span.End < text.Length && char.IsLetter(text[span.End - 2]) && char.IsLetter(text[span.End]))
            {
                return At(FindingCodes.UnclosedString, new TextSpan(span.End - 1, span.End), "this quote ends the string: write it twice for the character itself");
            }

            return At(FindingCodes.UnclosedString, FirstLine(span), $"this {(quote == '\'' ? "string" : "name in quotes")} is never closed: expected {Mark(quote)}");
        }

        return null;
    }

    private static string Mark(char quote) => quote == '\'' ? "\"'\"" : $"'{quote}'";

    /// <summary>What a string begins with: its quote, or a dollar sign's tag.</summary>
    private string Opening(int start)
    {
        var end = start;
        while (end < text.Length && text[end] is not ('\'' or '"' or '$'))
        {
            end++;
        }

        if (end < text.Length && text[end] == '$')
        {
            var tag = end + 1;
            while (tag < text.Length && text[tag] != '$')
            {
                tag++;
            }

            return text.ToString(new TextSpan(end, Math.Min(tag + 1, text.Length)));
        }

        return end < text.Length ? text[end].ToString() : "'";
    }

    private TextSpan FirstLine(TextSpan span) => span with { End = Math.Min(span.End, Math.Max(text.LineEnd(text.LineAt(span.Start)), span.Start + 1)) };

    private static Finding At(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message, Layer = Layer.Exact };
}
