using System.Collections.Immutable;
using System.Globalization;

namespace UltimateCopilot.Languages.Rules.Literals;

// Classes of characters, and escapes.
internal ref partial struct EcmaRegex
{
    private void ReadClass()
    {
        var start = _at++;
        if (_isSet)
        {
            ReadSetClass(start);
            return;
        }

        var (before, isRange) = (-1, false);
        while (_at < _body.Length && Current != ']')
        {
            var atomStart = _at;
            var isDash = Current == '-';
            var value = ReadClassAtom();
            if (isRange)
            {
                if (before >= 0 && value >= 0 && before > value)
                {
                    Fail("the range is out of order", atomStart - 2, _at);
                }
                else if (_isUnicode && (before == -2 || value == -2))
                {
                    Fail("a range cannot begin or end with a class", atomStart, _at);
                }

                (before, isRange) = (-1, false);
            }
            else if (before != -1 && isDash && Current != ']')
            {
                isRange = true;
            }
            else
            {
                before = value;
            }
        }

        if (_at >= _body.Length)
        {
            Fail("'[' is never closed", start, start + 1);
        }

        _at++;
    }

    /// <summary>With flag v classes nest.</summary>
    private void ReadSetClass(int start)
    {
        var depth = 1;
        while (_at < _body.Length && depth > 0)
        {
            depth += Current switch { '[' => 1, ']' => -1, _ => 0 };
            _at += Current == '\\' ? 2 : 1;
        }

        if (depth > 0)
        {
            Fail("'[' is never closed", start, start + 1);
        }
    }

    /// <summary>The character's number; -2 where it is a class such as <c>\d</c>, -3 where the number does not matter.</summary>
    private int ReadClassAtom()
    {
        if (Current != '\\')
        {
            var isPair = _isUnicode && char.IsHighSurrogate(Current) && _at + 1 < _body.Length && char.IsLowSurrogate(_body[_at + 1]);
            var value = isPair ? char.ConvertToUtf32(_body[_at], _body[_at + 1]) : Current;
            _at += isPair ? 2 : 1;
            return value;
        }

        var next = _at + 1 < _body.Length ? _body[_at + 1] : '\0';
        ReadEscape(inClass: true);
        return next is 'd' or 'D' or 's' or 'S' or 'w' or 'W' || (_isUnicode && next is 'p' or 'P') ? -2 : char.IsAsciiLetterOrDigit(next) ? -3 : next;
    }

    /// <summary>Reads what a backslash starts; whether it may be repeated.</summary>
    private bool ReadEscape(bool inClass)
    {
        var start = _at++;
        var unit = Current;
        _at++;
        switch (unit)
        {
            case '\0' when _at > _body.Length:
                Fail("nothing follows the backslash", start, start + 1);
                break;
            case 'b' or 'B' when !inClass:
                return false;
            case 'k' when !inClass && ReadName() is { } name:
                _references.Add((name, start));
                break;
            case 'k' when _isUnicode:
                Fail("a group's name is expected after '\\k'", start, start + 2);
                break;
            case 'u' when _isUnicode:
                ReadUnicodeEscape(start);
                break;
            case 'x' when _isUnicode && !IsHex(_at, 2):
                Fail("two hexadecimal digits are expected after '\\x'", start, start + 2);
                break;
            case 'p' or 'P' when _isUnicode:
                if (Current != '{' || _body[_at..].IndexOf('}') < 2)
                {
                    Fail($"the name of a property in braces is expected after '\\{unit}'", start, start + 2);
                }

                _at += Math.Max(_body[Math.Min(_at, _body.Length)..].IndexOf('}') + 1, 0);
                break;
            case 'c' when _isUnicode && !char.IsAsciiLetter(Current):
                Fail("a letter is expected after '\\c'", start, start + 2);
                break;
            case >= '1' and <= '9' when !inClass:
                ReadReference(start);
                break;
            case >= '0' and <= '9' when _isUnicode && (unit != '0' || char.IsAsciiDigit(Current)):
                Fail($"'\\{unit}' is no escape with flag u", start, start + 2);
                break;
            default:
                if (_isUnicode && !"0bBcdDfnrsStvwWx".Contains(unit) && !SyntaxCharacters.Contains(unit) && !(inClass && unit == '-') && !_isSet)
                {
                    Fail($"'\\{unit}' is no escape with flag u", start, start + 2);
                }

                break;
        }

        return true;
    }

    private void ReadReference(int start)
    {
        var number = 0;
        for (_at--; char.IsAsciiDigit(Current) && number < 100_000; _at++)
        {
            number = (number * 10) + (Current - '0');
        }

        if (number > _largestReference)
        {
            (_largestReference, _largestReferenceAt) = (number, start);
        }
    }

    private void ReadUnicodeEscape(int start)
    {
        if (IsHex(_at, 4))
        {
            _at += 4;
            return;
        }

        var end = Current == '{' ? _body[_at..].IndexOf('}') : -1;
        if (end < 2 || !int.TryParse(_body.Slice(_at + 1, end - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || value is < 0 or > 0x10FFFF)
        {
            Fail("four hexadecimal digits, or some in braces, are expected after '\\u'", start, start + 2);
            return;
        }

        _at += end + 1;
    }

    private readonly bool IsHex(int at, int count)
    {
        for (var i = at; i < at + count; i++)
        {
            if (i >= _body.Length || !char.IsAsciiHexDigit(_body[i]))
            {
                return false;
            }
        }

        return true;
    }
}
