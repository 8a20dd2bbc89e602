namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Names, numbers and words.</summary>
internal ref partial struct StyleScanner
{
    private const int LongestHexEscape = 6;

    private enum Unit : byte
    {
        Other,
        Name,
        NameStart,
    }

    private static readonly Unit[] Units = MakeUnits();

    private static Unit[] MakeUnits()
    {
        var units = new Unit[128];
        for (var unit = (char)0; unit < units.Length; unit++)
        {
            units[unit] = char.IsAsciiLetter(unit) || unit is '_' or '\0' ? Unit.NameStart // NUL reads as U+FFFD
                : char.IsAsciiDigit(unit) || unit == '-' ? Unit.Name
                : Unit.Other;
        }

        return units;
    }

    private readonly Unit UnitAt(int at) => at >= _text.Length ? Unit.Other : _text[at] < Units.Length ? Units[_text[at]] : Unit.NameStart;

    private readonly bool IsNameAt(int at) => UnitAt(at) != Unit.Other || IsEscapeAt(at);

    private readonly bool IsNameStartAt(int at) => UnitAt(at) == Unit.NameStart || IsEscapeAt(at) || IsInterpolationAt(at)
        || (at + 1 < _text.Length && _text[at] == '-' && (UnitAt(at + 1) == Unit.NameStart || _text[at + 1] == '-' || IsEscapeAt(at + 1) || IsInterpolationAt(at + 1)));

    private readonly bool IsEscapeAt(int at) => at + 1 < _text.Length && _text[at] == '\\' && _text[at + 1] is not ('\n' or '\r' or '\f');

    private readonly bool IsInterpolationAt(int at) => _isSass && at + 1 < _text.Length && _text[at] == '#' && _text[at + 1] == '{';

    private readonly bool IsDigitAt(int at) => at < _text.Length && char.IsAsciiDigit(_text[at]);

    private readonly bool IsNumberAt(int at)
    {
        at += _text[at] is '+' or '-' ? 1 : 0;
        return IsDigitAt(at) || (at < _text.Length && _text[at] == '.' && IsDigitAt(at + 1));
    }

    private StyleTokenKind ScanName(ref StyleToken token, StyleTokenKind kind)
    {
        while (true)
        {
            if (UnitAt(_at) != Unit.Other)
            {
                _at++;
            }
            else if (IsEscapeAt(_at))
            {
                SkipEscape();
            }
            else if (IsInterpolationAt(_at))
            {
                token.IsInterpolated = true;
                kind = SkipInterpolation(kind);
                if (kind is StyleTokenKind.UnclosedInterpolation or StyleTokenKind.UnevenInterpolation)
                {
                    return kind;
                }
            }
            else
            {
                return kind;
            }
        }
    }

    /// <summary>A name, a function, or an address in 'url('.</summary>
    private StyleTokenKind ScanWord(ref StyleToken token)
    {
        var start = _at;
        var kind = ScanName(ref token, StyleTokenKind.Ident);
        if (kind != StyleTokenKind.Ident || Peek(0) != '(')
        {
            return kind;
        }

        _at++;
        var name = _text[start..(_at - 1)];
        return (name.Length == 3 && name.Equals("url", StringComparison.OrdinalIgnoreCase)) || (name.Length is 6 or 10 && name is "domain" or "url-prefix")
            ? ScanUrl(ref token)
            : StyleTokenKind.Function;
    }

    private StyleTokenKind ScanNumber()
    {
        _at += _text[_at] is '+' or '-' ? 1 : 0;
        SkipDigits();
        if (Peek(0) == '.' && IsDigitAt(_at + 1))
        {
            _at++;
            SkipDigits();
        }

        if (Peek(0) is 'e' or 'E' && (IsDigitAt(_at + 1) || (Peek(1) is '+' or '-' && IsDigitAt(_at + 2))))
        {
            _at += 2;
            SkipDigits();
        }

        if (Peek(0) == '%')
        {
            _at++;
        }
        else if (IsNameStartAt(_at) && !IsInterpolationAt(_at))
        {
            var unit = default(StyleToken);
            ScanName(ref unit, StyleTokenKind.Number);
        }

        return StyleTokenKind.Number;
    }

    private void SkipDigits()
    {
        while (IsDigitAt(_at))
        {
            _at++;
        }
    }

    /// <summary>A backslash with up to six hexadecimal digits and a blank, or with any one character.</summary>
    private void SkipEscape()
    {
        _at++;
        var digits = 0;
        while (digits < LongestHexEscape && char.IsAsciiHexDigit(Peek(0)))
        {
            _at++;
            digits++;
        }

        if (digits == 0)
        {
            _at++;
        }
        else if (Peek(0) is ' ' or '\t' or '\n' or '\f')
        {
            _at++;
        }
    }
}
