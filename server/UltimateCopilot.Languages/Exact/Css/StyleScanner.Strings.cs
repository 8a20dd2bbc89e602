using System.Buffers;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Strings, addresses, and the interpolation of Sass, which nests with strings.</summary>
internal ref partial struct StyleScanner
{
    /// <summary>Deeper than any hand-written text.</summary>
    private const int DeepestInterpolation = 64;

    private static readonly SearchValues<char> InDoubleQuotes = SearchValues.Create("\"\\\n\r\f#");
    private static readonly SearchValues<char> InSingleQuotes = SearchValues.Create("'\\\n\r\f#");

    /// <summary>Goes behind the string's quote, or to the line break where it has none.</summary>
    private StyleTokenKind ScanString(char quote)
    {
        var special = quote == '"' ? InDoubleQuotes : InSingleQuotes;
        _at++;
        while (_text[_at..].IndexOfAny(special) is >= 0 and var next)
        {
            _at += next;
            switch (_text[_at])
            {
                case '\\':
                    SkipStringEscape();
                    break;
                case '#' when IsInterpolationAt(_at):
                    var kind = SkipInterpolation(StyleTokenKind.String);
                    if (kind != StyleTokenKind.String)
                    {
                        return kind;
                    }

                    break;
                case '#':
                    _at++;
                    break;
                case var unit when unit == quote:
                    _at++;
                    return StyleTokenKind.String;
                default:
                    return StyleTokenKind.UnclosedString;
            }
        }

        _at = _text.Length;
        return StyleTokenKind.UnclosedString;
    }

    /// <summary>The two units of one line break are escaped together.</summary>
    private void SkipStringEscape() => _at = Math.Min(_at + (Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2), _text.Length);

    /// <summary>
    /// Goes behind the '}' of '#{'; where that is missing, to what cannot stand within. Each character is looked at once, since what is
    /// looked at is never read again.
    /// </summary>
    private StyleTokenKind SkipInterpolation(StyleTokenKind sound)
    {
        Span<char> open = stackalloc char[DeepestInterpolation];
        var depth = 0;
        open[depth++] = '{';
        _at += 2;
        var start = _at;
        while (_at < _text.Length && depth < DeepestInterpolation)
        {
            var unit = _text[_at];
            var innermost = open[depth - 1];
            if (unit == '\\')
            {
                SkipStringEscape();
                continue;
            }

            if (IsInterpolationAt(_at))
            {
                open[depth++] = '{';
                _at += 2;
                continue;
            }

            if (innermost is '"' or '\'')
            {
                if (unit is '\n' or '\r' or '\f')
                {
                    return StyleTokenKind.UnclosedInterpolation;
                }

                depth -= unit == innermost ? 1 : 0;
            }
            else if (unit is '"' or '\'' or '(')
            {
                open[depth++] = unit;
            }
            else if (unit == '}')
            {
                if (innermost == '(')
                {
                    sound = StyleTokenKind.UnevenInterpolation;
                    depth = open[..depth].LastIndexOf('{') + 1;
                }

                depth--;
            }
            else if (unit == ')')
            {
                sound = innermost == '(' ? sound : StyleTokenKind.UnevenInterpolation;
                depth -= innermost == '(' ? 1 : 0;
            }
            else if (unit == '{' || (unit == ';' && innermost == '{' && sound != StyleTokenKind.UnevenInterpolation))
            {
                return StyleTokenKind.UnclosedInterpolation;
            }

            _at++;
            if (depth == 0)
            {
                return _text[start..(_at - 1)].IsWhiteSpace() ? StyleTokenKind.EmptyInterpolation : sound;
            }
        }

        return StyleTokenKind.UnclosedInterpolation;
    }

    /// <summary>What follows 'url(': an address without quotes, or, where it starts with one, an ordinary function's argument.</summary>
    private StyleTokenKind ScanUrl(ref StyleToken token)
    {
        var start = _at;
        SkipSpaces();
        while (_at < _text.Length)
        {
            switch (_text[_at])
            {
                case ')':
                    _at++;
                    return StyleTokenKind.Url;
                case '#' when IsInterpolationAt(_at):
                    token.IsInterpolated = true;
                    var kind = SkipInterpolation(StyleTokenKind.Url);
                    if (kind != StyleTokenKind.Url)
                    {
                        return kind;
                    }

                    break;
                case '"' or '\'' when _text[start.._at].IsWhiteSpace():
                    _at = start;
                    return StyleTokenKind.Function;
                case ' ' or '\t' or '\n' or '\r' or '\f':
                    var blank = _at;
                    SkipSpaces();
                    if (Peek(0) != ')')
                    {
                        return EndUrl(start, blank);
                    }

                    break;
                case '"' or '\'' or '(':
                case '$' when _isSass:
                    return EndUrl(start, _at);
                case '\\':
                    _at = Math.Min(_at + 2, _text.Length);
                    break;
                default:
                    _at++;
                    break;
            }
        }

        return EndUrl(start, _at);
    }

    /// <summary>What is no address: in Sass an expression; in CSS a mistake that ends with its bracket, or else before what ends the declaration.</summary>
    private StyleTokenKind EndUrl(int start, int at)
    {
        _at = start;
        if (_isSass)
        {
            return StyleTokenKind.Function;
        }

        var line = _text[at..];
        line = line.IndexOfAny('\n', '\r', '\f') is >= 0 and var lineEnd ? line[..lineEnd] : line;
        if (line.IndexOf(')') is >= 0 and var bracket)
        {
            _at = at + bracket + 1;
            return StyleTokenKind.MalformedUrl;
        }

        _at = _text[start..at].IndexOfAny(';', '}', '{') is >= 0 and var end ? start + end : at;
        return StyleTokenKind.UnclosedUrl;
    }

    private void SkipSpaces()
    {
        while (Peek(0) is ' ' or '\t' or '\n' or '\r' or '\f')
        {
            _at++;
        }
    }
}
