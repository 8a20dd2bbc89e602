using System.Collections.Immutable;
using System.Globalization;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules.Literals;

/// <summary>
/// Regular expressions of ECMAScript, https://tc39.es/ecma262/#sec-patterns with Annex B, which lets pass more where neither flag u nor v is
/// set. Names of Unicode properties are not looked up, and of flag v only the brackets are counted.
/// </summary>
internal ref struct EcmaRegex
{
    private const string SyntaxCharacters = "^$\\.*+?()[]{}|/";
    private const int DeepestNesting = 500;

    private readonly ReadOnlySpan<char> _body;
    private readonly bool _isUnicode;
    private readonly bool _isSet;
    private readonly List<string> _names = [];
    private readonly List<(string Name, int At)> _references = [];

    /// <summary>Names of groups that may not come again: only different alternatives can have the same name.</summary>
    private ImmutableHashSet<string> _taken = [];
    private int _at;
    private int _groups;
    private int _largestReference;
    private int _largestReferenceAt;
    private int _depth;
    private string? _fault;
    private TextSpan _place;

    private EcmaRegex(ReadOnlySpan<char> body, ReadOnlySpan<char> flags)
    {
        _body = body;
        _isSet = flags.Contains('v');
        _isUnicode = _isSet || flags.Contains('u');
    }

    /// <summary>A literal with its slashes and flags.</summary>
    public static string? Check(ReadOnlySpan<char> literal, out TextSpan at)
    {
        var end = literal.LastIndexOf('/');
        var flags = literal[(end + 1)..];
        for (var i = 0; i < flags.Length; i++)
        {
            at = new TextSpan(end + 1 + i, end + 2 + i);
            if (!"dgimsuvy".Contains(flags[i]))
            {
                return $"'{flags[i]}' is no flag of a regular expression";
            }

            if (flags[..i].Contains(flags[i]) || (flags[i] is 'u' or 'v' && flags[..i].IndexOfAny('u', 'v') >= 0))
            {
                return $"the flag '{flags[i]}' cannot stand here again, nor 'u' and 'v' together";
            }
        }

        var regex = new EcmaRegex(literal[1..Math.Max(end, 1)], flags);
        var fault = regex.Run();
        at = new TextSpan(Math.Min(regex._place.Start + 1, end), Math.Min(regex._place.End + 1, end));
        return fault is null ? null : "in this regular expression " + fault;
    }

    private char Current => _at < _body.Length ? _body[_at] : '\0';

    private string? Run()
    {
        ReadAlternatives();
        if (_fault is null && _at < _body.Length)
        {
            Fail("')' closes nothing", _at, _at + 1);
        }

        if (_fault is null && _largestReference > _groups && (_isUnicode || _names.Count > 0 && _isUnicode))
        {
            Fail($"there is no group {_largestReference}", _largestReferenceAt, _largestReferenceAt + 2);
        }

        foreach (var (name, at) in _references)
        {
            if (_fault is null && (_isUnicode || _names.Count > 0) && !_names.Contains(name))
            {
                Fail($"there is no group '{name}'", at, at + 2);
            }
        }

        return _fault;
    }

    private void Fail(string fault, int start, int end)
    {
        _place = _fault is null ? new TextSpan(start, Math.Min(end, _body.Length)) : _place;
        _fault ??= fault;
        _at = _body.Length;
    }

    private void ReadAlternatives()
    {
        if (++_depth > DeepestNesting)
        {
            _at = _body.Length; // no one has written this; it is not judged
        }

        var (before, all) = (_taken, _taken);
        while (_at < _body.Length && Current != ')')
        {
            if (Current != '|')
            {
                ReadTerm();
                continue;
            }

            all = all.Union(_taken);
            _taken = before;
            _at++;
        }

        _taken = all.Union(_taken);
        _depth--;
    }

    private void ReadTerm()
    {
        var start = _at;
        var canRepeat = true;
        switch (Current)
        {
            case '^' or '$':
                _at++;
                canRepeat = false;
                break;
            case '(':
                canRepeat = ReadGroup();
                break;
            case '[':
                ReadClass();
                break;
            case '\\':
                canRepeat = ReadEscape(inClass: false);
                break;
            case '*' or '+' or '?':
                Fail($"'{Current}' repeats nothing", start, start + 1);
                break;
            case '{' when _isUnicode || IsQuantifier(out _):
                Fail("'{' repeats nothing", start, start + 1);
                break;
            case '}' or ']' when _isUnicode:
                Fail($"'{Current}' closes nothing", start, start + 1);
                break;
            default:
                _at++;
                break;
        }

        ReadQuantifier(canRepeat);
    }

    private void ReadQuantifier(bool canRepeat)
    {
        var start = _at;
        var fault = default(string);
        if (Current is '*' or '+' or '?')
        {
            _at++;
        }
        else if (Current == '{' && IsQuantifier(out fault))
        {
            _at += _body[_at..].IndexOf('}') + 1;
        }
        else
        {
            if (Current == '{' && _isUnicode)
            {
                Fail("'{' starts no number of repetitions", start, start + 1);
            }

            return;
        }

        if (fault is not null || !canRepeat)
        {
            Fail(fault ?? $"'{_body[start]}' repeats nothing", start, _at);
        }

        _at += Current == '?' ? 1 : 0;
    }

    /// <summary>Whether <c>{2}</c>, <c>{2,}</c> or <c>{2,3}</c> stands here.</summary>
    private readonly bool IsQuantifier(out string? fault)
    {
        fault = null;
        var end = _body[_at..].IndexOf('}');
        var inside = end < 0 ? default : _body.Slice(_at + 1, end - 1);
        var comma = inside.IndexOf(',');
        var least = comma < 0 ? inside : inside[..comma];
        var most = comma < 0 ? default : inside[(comma + 1)..];
        if (least.IsEmpty || least.ContainsAnyExceptInRange('0', '9') || most.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var from = least.TrimStart('0');
        var to = most.TrimStart('0');
        fault = !most.IsEmpty && (from.Length > to.Length || (from.Length == to.Length && MemoryExtensions.SequenceCompareTo(from, to) > 0)) ? "the numbers of repetitions are out of order" : null;
        return true;
    }

    /// <summary>Reads a group; an assertion may not be repeated, but a lookahead without flag u.</summary>
    private bool ReadGroup()
    {
        var start = _at++;
        var canRepeat = true;
        if (Current == '?')
        {
            _at++;
            switch (Current)
            {
                case '=' or '!':
                    _at++;
                    canRepeat = !_isUnicode;
                    break;
                case '<' when _at + 1 < _body.Length && _body[_at + 1] is '=' or '!':
                    _at += 2;
                    canRepeat = false;
                    break;
                case '<':
                    ReadGroupName(start);
                    break;
                default:
                    ReadModifiers(start);
                    break;
            }
        }
        else
        {
            _groups++;
        }

        ReadAlternatives();
        if (Current != ')')
        {
            Fail("'(' is never closed", start, start + 1);
        }

        _at++;
        return canRepeat;
    }

    private void ReadGroupName(int start)
    {
        _groups++;
        if (ReadName() is not { } name)
        {
            Fail("a group's name is expected after '(?<'", start, start + 3);
            return;
        }

        if (_taken.Contains(name))
        {
            Fail($"there are two groups '{name}'", start, start + 3);
        }

        _taken = _taken.Add(name);
        _names.Add(name);
    }

    private string? ReadName()
    {
        var end = Current == '<' ? _body[_at..].IndexOf('>') : -1;
        if (end <= 1)
        {
            return null;
        }

        var name = _body.Slice(_at + 1, end - 1).ToString();
        _at += end + 1;
        var isName = !char.IsAsciiDigit(name[0]) && name.All(static unit => char.IsLetterOrDigit(unit) || unit is '_' or '$' or '\\' or '{' or '}' || char.IsSurrogate(unit) || unit is '\u200C' or '\u200D'
            || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.LetterNumber);
        return isName ? name : null;
    }

    /// <summary>Behind <c>(?</c>: <c>i-s:</c>, or a lone colon.</summary>
    private void ReadModifiers(int start)
    {
        var end = _body[_at..].IndexOf(':');
        var modifiers = end < 0 ? default : _body.Slice(_at, end);
        var minus = modifiers.IndexOf('-');
        var seen = string.Empty;
        var isValid = end >= 0 && (minus < 0 || modifiers.Length > 1);
        foreach (var unit in modifiers)
        {
            isValid &= unit == '-' ? !seen.Contains('-') : "ims".Contains(unit) && !seen.Contains(unit);
            seen += isValid ? unit : string.Empty;
        }

        if (!isValid)
        {
            Fail("'(?' starts no group that is known", start, start + 2);
            return;
        }

        _at += end + 1;
    }

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
