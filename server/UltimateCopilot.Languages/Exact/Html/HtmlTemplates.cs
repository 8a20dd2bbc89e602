namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>
/// Recognises what template languages put into HTML: Jinja, Twig, Liquid, Handlebars, Go, Vue, Angular (<c>{{ }}</c>, <c>{% %}</c>, <c>{# #}</c>),
/// ERB, EJS, JSP, ASP (<c>&lt;% %&gt;</c>) and PHP (<c>&lt;? ?&gt;</c>).
/// </summary>
internal ref struct HtmlTemplates(ReadOnlySpan<char> text)
{
    /// <summary>Double braces over several lines that are further apart have nothing to do with one another.</summary>
    private const int LongestValue = 4_000;

    private static readonly string[] Openers = ["{{", "{%", "{#", "<%", "<?"];
    private static readonly string[] Closers = ["}}", "%}", "#}", "%>", "?>"];

    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Where the next closer of each kind is, as far as known, so that many openers without one do not search the text again and again.</summary>
    private NextClosers _next;

    /// <summary>Whether a piece of a template starts at an offset; it must be closed.</summary>
    public bool IsAt(int at, out int end, out bool isControl)
    {
        (end, isControl) = (at, false);
        if (at + 2 > _text.Length || KindAt(at) is not (>= 0 and var kind))
        {
            return false;
        }

        if (_next[kind] < at + 2)
        {
            var found = _text[(at + 2)..].IndexOf(Closers[kind]);
            _next[kind] = found < 0 ? int.MaxValue : at + 2 + found;
        }

        if (_next[kind] == int.MaxValue)
        {
            return false;
        }

        end = _next[kind] + 2;
        if (kind == 0 && !IsValue(_text[at..Math.Min(end, at + LongestValue + 1)]))
        {
            return false;
        }

        if (kind == 0 && end < _text.Length && _text[end] == '}')
        {
            end++; // {{{ raw }}}
        }

        isControl = IsControl(kind, _text[(at + 2).._next[kind]]);
        return true;
    }

    /// <summary>Whether what stands between double braces can be a value: over several lines, one without tags.</summary>
    private static bool IsValue(ReadOnlySpan<char> piece)
    {
        if (!piece.Contains('\n'))
        {
            return true;
        }

        for (var at = 0; piece[at..].IndexOf('<') is >= 0 and var next; at++)
        {
            at += next;
            if (at + 1 < piece.Length && (piece[at + 1] == '/' || char.IsAsciiLetter(piece[at + 1])))
            {
                return false;
            }
        }

        return piece.Length <= LongestValue;
    }

    private readonly int KindAt(int at) => (_text[at], _text[at + 1]) switch
    {
        ('{', '{') => 0,
        ('{', '%') => 1,
        ('{', '#') => 2,
        ('<', '%') => 3,
        ('<', '?') => 4,
        _ => -1,
    };

    private static bool IsControl(int kind, ReadOnlySpan<char> inside)
    {
        switch (Openers[kind])
        {
            case "{%":
                return true;
            case "<%":
                return !inside.StartsWith('=') && !inside.StartsWith("--");
            case "<?":
                return !inside.StartsWith('=') && !inside.StartsWith("xml", StringComparison.OrdinalIgnoreCase);
            case "{{":
                var word = inside.TrimStart("-~ \t\r\n");
                var length = word.IndexOfAnyExceptInRange('a', 'z');
                return word is ['#' or '/' or '^' or '>', ..]
                    || word[..(length < 0 ? word.Length : length)] // blocks that look like values, as Go's do
                        is "if" or "else" or "range" or "with" or "end" or "define" or "block" or "template" or "partial" or "each" or "unless" or "include";
            default:
                return false;
        }
    }

    [System.Runtime.CompilerServices.InlineArray(5)]
    private struct NextClosers
    {
        private int _first;
    }
}
