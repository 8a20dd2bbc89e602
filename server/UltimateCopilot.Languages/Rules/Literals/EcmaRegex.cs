using System.Collections.Immutable;
using System.Globalization;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules.Literals;

/// <summary>
/// Regular expressions of ECMAScript, https://tc39.es/ecma262/#sec-patterns with Annex B, which lets pass more where neither flag u nor v is
/// set. Names of Unicode properties are not looked up, and of flag v only the brackets are counted.
/// </summary>
internal ref partial struct EcmaRegex
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
}
