using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

// Tags and their attributes.
internal ref partial struct HtmlTokenizer
{
    /// <summary>So many names are compared one with another; a tag with more of them is no longer looked at for twins.</summary>
    private const int MostAttributes = 64;

    /// <summary>In quotes, as far as its closer is looked for.</summary>
    private const int LongestTemplate = 1_000;

    private void ReadTag(HtmlTokenKind kind, int start, int nameStart)
    {
        (_quoted, _bare, _isSettled, _isBroken) = (default, default, false, false);
        _attributes.Clear();
        _at = NameEnd(nameStart);
        var name = new TextSpan(nameStart, _at);
        if (_at < _text.Length && _text[_at] == '{' && SkipTemplate())
        {
            kind = HtmlTokenKind.UnknownTag;
        }

        _tag = new TextSpan(start, name.End);
        var isSelfClosing = ReadAttributes(kind == HtmlTokenKind.EndTag);
        if (kind == HtmlTokenKind.EndTag && _attributes.Count > 0)
        {
            Say(FindingCodes.UnexpectedToken, _attributes[0], $"an end tag has no attributes: expected '>' before '{Words(_attributes[0])}'");
        }

        Token = new HtmlToken(kind, new TextSpan(start, _at), name, isSelfClosing, _isBroken);
    }

    /// <summary>Reads up to the tag's end; true where that is '/>'.</summary>
    private bool ReadAttributes(bool isEndTag)
    {
        while (true)
        {
            _at += _text[_at..].IndexOfAnyExcept(Blank) is >= 0 and var blank ? blank : _text.Length - _at;
            if (_at == _text.Length)
            {
                return EndOfText();
            }

            switch (_text[_at])
            {
                case '>':
                    _at++;
                    return false;
                case '{' or '<' when isEndTag && _at > _tag.End:
                    Say(FindingCodes.MissingToken, new TextSpan(TrimmedEnd(_at) - 1, TrimmedEnd(_at)), $"'{Words(_tag)}' is never ended: expected '>'");
                    return false;
                case '/':
                    _at++;
                    if (_at < _text.Length && _text[_at] == '>')
                    {
                        _at++;
                        return true;
                    }

                    break;
                case '<' when !SkipTemplate():
                    Say(FindingCodes.MissingToken, new TextSpan(Math.Max(TrimmedEnd(_at) - 1, _tag.Start), TrimmedEnd(_at)), $"'{Words(_tag)}' is never ended: expected '>'");
                    return false;
                case '{' when SkipTemplate():
                case '<':
                    break;
                case '"' or '\'':
                    if (StrayQuote(nameStart: _at))
                    {
                        return false;
                    }

                    break;
                default:
                    if (!ReadAttribute())
                    {
                        return false;
                    }

                    break;
            }
        }
    }

    private bool EndOfText()
    {
        if (!BlameOpenQuote())
        {
            Say(FindingCodes.UnexpectedEnd, _tag, $"the file ends within the tag '{Words(_tag)}': expected '>'");
            findings.IsCutOff = true;
        }

        return false;
    }

    /// <summary>Reads a name and its value; false where the tag was given up.</summary>
    private bool ReadAttribute()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not (' ' or '\t' or '\r' or '\n' or '\f' or '/' or '>' or '<' or '='))
        {
            if (_text[_at] is '"' or '\'')
            {
                return !StrayQuote(start);
            }

            if (_text[_at] != '{' || !SkipTemplate())
            {
                _at++;
            }
        }

        var name = new TextSpan(start, _at);
        var at = _at + Math.Max(_text[_at..].IndexOfAnyExcept(Blank), 0);
        if (at < _text.Length && _text[at] == '=')
        {
            if (name.Length == 0)
            {
                Say(FindingCodes.MissingToken, new TextSpan(at, at + 1), "expected the name of an attribute before '='");
            }

            _at = at + 1;
            AddAttribute(name);
            return ReadValue(at);
        }

        AddAttribute(name);
        return true;
    }

    private bool ReadValue(int equals)
    {
        _at += Math.Max(_text[_at..].IndexOfAnyExcept(Blank), 0);
        if (_at == _text.Length)
        {
            return true;
        }

        if (_text[_at] is '"' or '\'')
        {
            return ReadQuoted(_text[_at]);
        }

        if (_text[_at] == '>')
        {
            Say(FindingCodes.MissingToken, new TextSpan(equals, equals + 1), "expected a value after '='");
            return true;
        }

        var start = _at;
        if (_text[start] is '=' or '`')
        {
            Say(FindingCodes.UnexpectedCharacter, new TextSpan(start, start + 1), _text[start] == '=' ? "a second '=': expected a value" : "values stand in '\"' or \"'\", not in '`'");
        }

        while (_at < _text.Length && _text[_at] is not (' ' or '\t' or '\r' or '\n' or '\f' or '>' or '"' or '\''))
        {
            if (_text[_at] is not ('{' or '<') || !SkipTemplate())
            {
                if (_text[_at] == '<')
                {
                    break; // the tag before it is not ended
                }

                _at++;
            }
        }

        _bare = new TextSpan(start, _at);
        return true;
    }

    private bool ReadQuoted(char quote)
    {
        var start = _at++;
        while (true)
        {
            var next = _text[_at..].IndexOfAny(quote, '{', '<');
            if (next < 0)
            {
                _quoted = new TextSpan(start, _text.Length);
                _at = _text.Length;
                return EndOfText();
            }

            _at += next;
            if (_text[_at] == quote)
            {
                break;
            }

            // Two braces may also be what a script's value starts with.
            _at = _templates.IsAt(_at, out var end, out _) && end - _at <= LongestTemplate && !_text[_at..end].Contains('\n') ? end : _at + 1;
        }

        _at++;
        _quoted = new TextSpan(start, _at);
        var isTight = _at < _text.Length && _text[_at] is not (' ' or '\t' or '\r' or '\n' or '\f' or '/' or '>');
        return !(isTight && BlameOpenQuote());
    }

    /// <summary>A quote where a name should be: the sign that one before it was lost. True where the tag is given up for it.</summary>
    private bool StrayQuote(int nameStart)
    {
        var quote = _text[_at];
        if (BlameOpenQuote())
        {
            return true;
        }

        if (_bare.Length > 0)
        {
            Say(FindingCodes.MissingToken, _bare, $"expected {InQuotes(quote)} before '{Words(_bare)}'");
        }
        else if (nameStart < _at)
        {
            Say(FindingCodes.MissingToken, new TextSpan(nameStart, _at + 1), $"expected '=' before {InQuotes(quote)}");
        }
        else
        {
            Say(FindingCodes.UnexpectedCharacter, new TextSpan(_at, _at + 1), $"unexpected {InQuotes(quote)} within a tag");
        }

        _at++;
        return false;
    }

    /// <summary>
    /// Whether the last value in quotes runs over what looks like the end of its tag; then its quote is the one that was never closed, and
    /// reading goes on behind that end.
    /// </summary>
    private bool BlameOpenQuote()
    {
        if (_isSettled || _quoted.Length < 2)
        {
            return false;
        }

        var value = _text[(_quoted.Start + 1)..(_quoted.End - 1)];
        var end = value.IndexOfAny('<', '>');
        if (end < 0 && !EndsWithName(value, out end))
        {
            return false;
        }

        end += _quoted.Start + 1;
        Say(FindingCodes.UnclosedString, new TextSpan(_quoted.Start, TrimmedEnd(end)), $"this attribute value is never closed: expected {InQuotes(_text[_quoted.Start])}");
        _at = _text[end] == '>' ? end + 1 : end;
        return true;
    }

    /// <summary>Whether a value ends like <c>… name=</c> on another line than it starts: then its last quote opens the value of that name.</summary>
    private static bool EndsWithName(ReadOnlySpan<char> value, out int start)
    {
        start = value.LastIndexOfAny(Blank);
        var name = value[(start + 1)..];
        if (start < 0 || name.Length < 2 || name[^1] != '=' || !value.Contains('\n') || name[..^1].IndexOfAnyExcept(NameUnits) >= 0)
        {
            return false;
        }

        start = value[..start].TrimEnd(Blank).Length;
        return true;
    }

    private void AddAttribute(TextSpan name)
    {
        if (_isSettled || _attributes.Count == MostAttributes)
        {
            return;
        }

        foreach (var other in _attributes)
        {
            if (other.Length == name.Length && _text[other.Start..other.End].Equals(_text[name.Start..name.End], StringComparison.OrdinalIgnoreCase))
            {
                Say(FindingCodes.DuplicateKey, name, $"the attribute '{Words(name)}' stands in this tag twice", other, "it stands here first");
                return;
            }
        }

        _attributes.Add(name);
    }

    /// <summary>Passes over a piece of a template; the rest of the tag may then be anything.</summary>
    private bool SkipTemplate()
    {
        if (!_templates.IsAt(_at, out var end, out _))
        {
            return false;
        }

        _at = end;
        _isSettled = true;
        return true;
    }

    private readonly int NameEnd(int start)
    {
        var length = _text[start..].IndexOfAny(NameEnds);
        return length < 0 ? _text.Length : start + length;
    }

    private void Say(string code, TextSpan span, string message, TextSpan? related = null, string? relatedMessage = null)
    {
        if (!_isSettled)
        {
            findings.Add(code, span, message, related, relatedMessage);
            _isSettled = true;
            _isBroken = true;
        }
    }

    private static string InQuotes(char quote) => quote == '"' ? "'\"'" : "\"'\"";

    private readonly string Words(TextSpan span) => span.Length > 24 ? _text[span.Start..(span.Start + 24)].ToString() + "…" : _text[span.Start..span.End].ToString();
}
