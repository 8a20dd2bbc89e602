using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>A control piece of a template, read.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Family">Which pieces can be partners: '%' for <c>{% %}</c>, '#' for Handlebars, '{' for Go, which ends all alike.</param>
/// <param name="Name">Its first word; of an end the one it ends. Empty where it ends whatever is open.</param>
internal readonly record struct HtmlTemplateTag(HtmlTemplateRole Role, char Family, TextSpan Name)
{
    private const string Margin = "-~+ \t\r\n";

    /// <summary>Reads the piece at a span of a text.</summary>
    public static HtmlTemplateTag Read(ReadOnlySpan<char> text, TextSpan span)
    {
        var piece = text[span.Start..span.End];
        if (piece.Length < 4 || piece[0] != '{' || piece[1] is not ('%' or '{'))
        {
            return default;
        }

        var start = 2;
        while (start < piece.Length && (Margin.Contains(piece[start]) || (piece[1] == '{' && piece[start] == '{')))
        {
            start++;
        }

        return piece[1] == '%' ? Statement(piece, start, span.Start) : Braces(piece, start, span.Start);
    }

    /// <summary>What <c>{% name %}</c> does.</summary>
    public static HtmlTemplateRole RoleOf(ReadOnlySpan<char> name) => name switch
    {
        "else" or "elif" or "elsif" or "elseif" or "when" or "empty" => HtmlTemplateRole.Otherwise,
        "if" or "unless" or "ifequal" or "ifnotequal" or "ifchanged" or "case" or "switch" => HtmlTemplateRole.Branch,
        "for" or "foreach" or "while" or "tablerow" => HtmlTemplateRole.Loop,
        "" => HtmlTemplateRole.Unknown,
        _ => HtmlTemplateRole.Insertion,
    };

    private static HtmlTemplateTag Statement(ReadOnlySpan<char> piece, int start, int offset)
    {
        var name = Word(piece, start);
        if (name.StartsWith("end"))
        {
            return new HtmlTemplateTag(HtmlTemplateRole.End, '%', Place(start + 3, name.Length - 3, offset));
        }

        return new HtmlTemplateTag(RoleOf(name), '%', Place(start, name.Length, offset));
    }

    private static HtmlTemplateTag Braces(ReadOnlySpan<char> piece, int start, int offset)
    {
        if (start < piece.Length && piece[start] is '#' or '^' or '/' or '>')
        {
            var named = start + 1;
            while (named < piece.Length && Margin.Contains(piece[named]))
            {
                named++;
            }

            var word = Word(piece, named);
            var role = piece[start] switch
            {
                '/' => HtmlTemplateRole.End,
                '>' => HtmlTemplateRole.Insertion,
                '^' when word.Length == 0 => HtmlTemplateRole.Otherwise,
                '#' when word.Length == 0 => HtmlTemplateRole.Unknown,
                _ => word is "if" or "unless" ? HtmlTemplateRole.Branch : HtmlTemplateRole.Loop,
            };
            return new HtmlTemplateTag(role, '#', Place(named, word.Length, offset));
        }

        return Word(piece, start) switch
        {
            "if" or "with" => new HtmlTemplateTag(HtmlTemplateRole.Branch, '{', default),
            "range" => new HtmlTemplateTag(HtmlTemplateRole.Loop, '{', default),
            "define" or "block" => new HtmlTemplateTag(HtmlTemplateRole.Branch, '{', default),
            "else" => new HtmlTemplateTag(HtmlTemplateRole.Otherwise, '{', default),
            "end" => new HtmlTemplateTag(HtmlTemplateRole.End, '{', default),
            "template" or "partial" or "include" => new HtmlTemplateTag(HtmlTemplateRole.Insertion, '{', default),
            _ => default,
        };
    }

    private static ReadOnlySpan<char> Word(ReadOnlySpan<char> piece, int start)
    {
        var end = start;
        while (end < piece.Length && (char.IsAsciiLetterOrDigit(piece[end]) || piece[end] is '_' or '.'))
        {
            end++;
        }

        return piece[start..end];
    }

    private static TextSpan Place(int start, int length, int offset) => new(offset + start, offset + start + length);
}
