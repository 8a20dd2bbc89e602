using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Values of declarations.</summary>
internal ref partial struct StyleReader
{
    private static readonly string[] Flags = ["important", "default", "global", "optional"];

    private int JudgeValue(int at, int value)
    {
        var isCustom = IsCustomProperty(at);
        if (value == _count)
        {
            if (!isCustom && _end.Kind != StyleTokenKind.OpenBrace && (_end.Kind != StyleTokenKind.End || _blocks.Count == 1))
            {
                AddMissing(_tokens[value - 1], "expected a value after ':'");
            }

            return _count;
        }

        if (IsForOldBrowsers(value))
        {
            return _count;
        }

        var depth = 0;
        for (var i = value; i < _count; i++)
        {
            var token = _tokens[i];
            if (token.IsOpener || token.Kind == StyleTokenKind.OpenBrace)
            {
                if (isCustom || IsFunction(token, "expression"))
                {
                    i = Math.Max(i, token.Partner);
                    continue;
                }

                depth++;
            }
            else if (token.Kind is StyleTokenKind.Close or StyleTokenKind.CloseBrace)
            {
                if (--depth < 0)
                {
                    break; // nothing opens it
                }
            }
            else if (depth == 0 && token.Kind == StyleTokenKind.Colon)
            {
                var next = JudgeColon(value, i, isCustom);
                if (next >= 0)
                {
                    return next;
                }
            }
            else if (depth == 0 && token.Kind == StyleTokenKind.AtKeyword && !isCustom)
            {
                return JudgeAtKeywordInValue(i);
            }
            else if (token.Is('!') && depth == 0)
            {
                if (!JudgeFlag(i))
                {
                    return _count;
                }
            }
            else if (token.Kind == StyleTokenKind.Delimiter && !isCustom && !MayStandInValue(token, i, depth))
            {
                Add(FindingCodes.UnexpectedToken, token, $"unexpected {Quote(token)} in a value");
                return _count;
            }
        }

        return _isSass && !isCustom ? JudgeExpression(value, _count) : _count;
    }

    /// <summary>Filters of Internet Explorer, whose values have their own syntax.</summary>
    private readonly bool IsForOldBrowsers(int value) =>
        (_tokens[value].Kind == StyleTokenKind.Ident && TextOf(_tokens[value]).Equals("progid", StringComparison.OrdinalIgnoreCase))
        || (value >= 2 && TextOf(_tokens[value - 2]).EndsWith("filter", StringComparison.OrdinalIgnoreCase) && value + 1 < _count && _tokens[value + 1].Kind == StyleTokenKind.Colon);

    /// <summary>A second colon: the declaration before it lacks its ';'. Answers with where the next one starts; -1 where the colon is fine.</summary>
    private int JudgeColon(int value, int colon, bool isCustom)
    {
        var start = colon - 1;
        if (start >= value && _tokens[start].Kind == StyleTokenKind.Ident && start > value && _tokens[start - 1].Is('*') && !_tokens[start].IsSpaced && _tokens[start - 1].IsFirstOnLine)
        {
            start--;
        }
        else if (start - 2 >= value && _tokens[start - 2].Kind == StyleTokenKind.Ident && IsVariable(start - 2))
        {
            start -= 2;
        }

        if (isCustom && (start < value || !_tokens[start].IsFirstOnLine))
        {
            return -1;
        }

        if (start < value || _tokens[start].Kind is not (StyleTokenKind.Ident or StyleTokenKind.Variable or StyleTokenKind.Delimiter) || (start == value && !_tokens[start].IsFirstOnLine))
        {
            Add(FindingCodes.UnexpectedToken, _tokens[colon], colon == value ? "a second ':': one too many" : "unexpected ':' in a value");
            return _count;
        }

        if (_tokens[start - 1].Kind == StyleTokenKind.Comma)
        {
            Add(FindingCodes.UnexpectedToken, _tokens[start - 1], $"expected ';' instead of ',' before {Quote(_tokens[start])}");
            return _count; // what follows may go on so
        }

        AddMissing(
            _tokens[start - 1], start == value ? "expected a value after ':'" : $"expected ';' before {Quote(_tokens[start])}",
            isCustom ? Severity.Warning : Severity.Error); // the value of a custom property may go on so
        return start;
    }

    private int JudgeAtKeywordInValue(int at)
    {
        if (!_tokens[at].IsFirstOnLine && !(_isSass && AtRules.TryFind(_text[(_tokens[at].Start + 1).._tokens[at].End], _isSass, out _)))
        {
            Add(FindingCodes.UnexpectedToken, _tokens[at], $"unexpected {Quote(_tokens[at])} in a value");
            return _count;
        }

        AddMissing(_tokens[at - 1], $"expected ';' before {Quote(_tokens[at])}");
        return at;
    }

    /// <summary>'!important' and its like; browsers have known others, so only what is nearly one is wrong.</summary>
    private readonly bool JudgeFlag(int at)
    {
        var next = at + 1;
        if (_isSass && next < _count && _tokens[next].Is('=') && !_tokens[next].IsSpaced)
        {
            return true; // '!='
        }

        if (next >= _count || _tokens[next].Kind != StyleTokenKind.Ident)
        {
            Add(FindingCodes.UnexpectedToken, _tokens[at], "unexpected '!': expected 'important' behind it");
            return false;
        }

        var word = TextOf(_tokens[next]).ToString();
        if (Misspelling.KeywordNear(word.ToLowerInvariant(), Flags) is { } flag)
        {
            Add(FindingCodes.UnexpectedToken, _tokens[at].Start, _tokens[next].End, $"unexpected '!{word}': was '!{flag}' meant?");
            return false;
        }

        if (!_isSass && next + 1 < _count && word.Equals("important", StringComparison.OrdinalIgnoreCase) && !_tokens[next + 1].Is('!') && _tokens[next + 1].Kind != StyleTokenKind.Colon
            && !(next + 2 < _count && _tokens[next + 2].Kind == StyleTokenKind.Colon) && _tokens[next + 1].Kind != StyleTokenKind.AtKeyword)
        {
            Add(FindingCodes.UnexpectedToken, _tokens[next + 1], $"unexpected {Quote(_tokens[next + 1])} behind '!important'");
            return false;
        }

        return true;
    }

    /// <summary>Whether a '?' belongs to a range of characters, as in 'U+4??'.</summary>
    private readonly bool IsRange(int at)
    {
        while (at > 0 && !_tokens[at].IsSpaced && (_tokens[at].Kind is StyleTokenKind.Delimiter or StyleTokenKind.Number || _tokens[at - 1].Is('+')))
        {
            at--;
        }

        return TextOf(_tokens[at]) is "U" or "u";
    }

    /// <summary>Where a range of characters ends that starts with this 'U' (CSS Syntax 3, section 7); 0 where none starts, -1 where it is malformed.</summary>
    private readonly int RangeEnd(in StyleToken token)
    {
        if (TextOf(token) is not ("U" or "u") || token.End + 1 >= _text.Length || _text[token.End] != '+')
        {
            return 0;
        }

        const int MostDigits = 6;
        var at = token.End + 1;
        var digits = CountHexDigits(at);
        var open = _text[(at + digits)..].IndexOfAnyExcept('?');
        open = open < 0 ? _text.Length - at - digits : open;
        at += digits + open;
        if (digits + open == 0)
        {
            return 0;
        }

        if (digits + open > MostDigits || open > 0 || at == _text.Length || _text[at] != '-')
        {
            return digits + open > MostDigits ? -1 : at;
        }

        digits = CountHexDigits(++at);
        at += digits;
        return digits is 0 or > MostDigits || (at < _text.Length && (char.IsAsciiLetterOrDigit(_text[at]) || _text[at] is '-' or '_' or '?')) ? -1 : at;
    }

    private readonly int CountHexDigits(int at)
    {
        var length = 0;
        while (at + length < _text.Length && char.IsAsciiHexDigit(_text[at + length]))
        {
            length++;
        }

        return length;
    }

    private readonly bool MayStandInValue(in StyleToken token, int at, int depth) => token.Unit switch
    {
        '/' or '+' or '-' or '*' => true,
        '?' => (depth > 0 && !_isSass) || IsRange(at),
        '%' or '<' or '>' or '=' or '&' or '.' or '!' => _isSass || depth > 0,
        '#' or '|' or '~' or '^' => depth > 0 && !_isSass,
        _ => false,
    };
}
