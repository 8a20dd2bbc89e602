using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Selectors as in Selectors 4, section 17, in Sass with placeholders and suffixes to '&amp;'; and those of animation steps.</summary>
internal ref partial struct StyleReader
{
    /// <summary>Reads on to the end of the tokens, or to a token that starts a statement of its own.</summary>
    private int JudgeSelectors(int at)
    {
        var isEmpty = true; // of the selector so far
        var combinator = -1; // the last token, if it is one
        for (var i = at; i < _count; i++)
        {
            var token = _tokens[i];
            if (token.Kind == StyleTokenKind.Comma)
            {
                if ((isEmpty && !(_isSass && i > at)) || (combinator >= 0 && !_isSass))
                {
                    Add(FindingCodes.MissingToken, token, "expected a selector before ','");
                    return _count;
                }

                (isEmpty, combinator) = (true, -1);
            }
            else if (Combinator(i) is > 0 and var length)
            {
                if (combinator >= 0 || (isEmpty && !_isSass && Kind is StyleBlockKind.Root or StyleBlockKind.Rules))
                {
                    Add(FindingCodes.UnexpectedToken, token, $"unexpected {Quote(token)}: expected a selector");
                    return _count;
                }

                combinator = i;
                i += length - 1;
            }
            else if (IsBehindCompound(at, i))
            {
                Add(FindingCodes.UnexpectedToken, token, "'&' stands only at the start of a selector: what comes before it can be put there by '#{&}'");
                return _count;
            }
            else if (CompoundPart(i) is > 0 and var next)
            {
                (isEmpty, combinator) = (false, -1);
                i = next - 1;
            }
            else
            {
                return JudgeNoSelector(at, i);
            }
        }

        if (combinator >= 0 && !_isSass)
        {
            AddMissing(_tokens[combinator], $"expected a selector after {Quote(_tokens[combinator])}");
        }
        else if (isEmpty && combinator < 0)
        {
            AddMissing(_tokens[_count - 1], "expected a selector after ','");
        }

        return _count;
    }

    /// <summary>Sass: whether a '&amp;' follows at once on another part of a selector that is known.</summary>
    private readonly bool IsBehindCompound(int from, int at) =>
        _isSass && at > from && _tokens[at].Is('&') && !_tokens[at].IsSpaced && _tokens[at - 1].Kind != StyleTokenKind.Comma && Combinator(at - 1) == 0
        && !_tokens[at - 1].IsInterpolated && !_tokens[at - 1].Is('/');

    /// <summary>How many tokens make the combinator; 0 where there is none.</summary>
    private readonly int Combinator(int at)
    {
        switch (_tokens[at].Unit)
        {
            case '>' when at + 2 < _count && _tokens[at + 1].Is('>') && _tokens[at + 2].Is('>') && !_tokens[at + 1].IsSpaced && !_tokens[at + 2].IsSpaced:
                return 3;
            case '>' or '+' or '~' when _tokens[at].Kind == StyleTokenKind.Delimiter:
                return 1;
            case '|' when at + 1 < _count && _tokens[at + 1].Is('|') && !_tokens[at + 1].IsSpaced:
                return 2;
            case '/' when at + 2 < _count && _tokens[at + 1].Kind == StyleTokenKind.Ident && _tokens[at + 2].Is('/'):
                return 3; // '/deep/'
            default:
                return 0;
        }
    }

    /// <summary>Index behind a part of a compound selector; -1 where none starts.</summary>
    private readonly int CompoundPart(int at)
    {
        var token = _tokens[at];
        switch (token.Kind)
        {
            case StyleTokenKind.Hash when !token.IsInterpolated && char.IsAsciiDigit(_text[token.Start + 1]):
                return -1; // a color
            case StyleTokenKind.Ident or StyleTokenKind.Hash:
                return at + 1;
            case StyleTokenKind.Open when token.Unit == '[' && token.Partner > at + 1:
                return IsAttribute(at + 1, token.Partner) ? token.Partner + 1 : -1;
            case StyleTokenKind.Colon:
                return Pseudo(at);
            case StyleTokenKind.Number when at > 0 && _isSass && !token.IsSpaced && (_tokens[at - 1].Is('&') || _tokens[at - 1].IsInterpolated):
            case StyleTokenKind.Number when _isSass && Kind == StyleBlockKind.Mixed:
                return at + 1; // a suffix; a step of an animation
            case StyleTokenKind.Delimiter:
                return token.Unit switch
                {
                    '*' or '&' or '|' => at + 1,
                    '.' => IsNameAt(at + 1) ? at + 2 : -1,
                    '%' when _isSass => IsNameAt(at + 1) ? at + 2 : at > 0 && _tokens[at - 1].IsInterpolated && !token.IsSpaced ? at + 1 : -1,
                    _ => -1,
                };
            default:
                return -1;
        }
    }

    /// <summary>Whether a name follows at once.</summary>
    private readonly bool IsNameAt(int at) => at < _count && _tokens[at].Kind == StyleTokenKind.Ident && !_tokens[at].IsSpaced;

    private readonly int Pseudo(int at)
    {
        var name = at + 1 < _count && _tokens[at + 1].Kind == StyleTokenKind.Colon && !_tokens[at + 1].IsSpaced ? at + 2 : at + 1;
        if (IsNameAt(name))
        {
            return name + 1;
        }

        return name < _count && _tokens[name].Kind == StyleTokenKind.Function && !_tokens[name].IsSpaced && HasEntries(name) ? _tokens[name].Partner + 1 : -1;
    }

    /// <summary>Whether something stands at both sides of each comma within a function, and of each combinator.</summary>
    private readonly bool HasEntries(int function)
    {
        var name = _text[_tokens[function].Start..(_tokens[function].End - 1)];
        if (_tokens[function].Partner == function + 1 && name.StartsWith("nth-", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var takesSelectors = IsWord(name, "is", "where", "not") || IsWord(name, "has", "matches", "any");
        for (var i = function + 1; i < _tokens[function].Partner; i++)
        {
            if (takesSelectors && Combinator(i) == 1 && Combinator(i + 1) == 1 && _tokens[i + 1].IsSpaced)
            {
                return false;
            }

            if (_tokens[i].Kind == StyleTokenKind.Comma && (i == function + 1 || _tokens[i + 1].Kind is StyleTokenKind.Comma or StyleTokenKind.Close))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A name, and perhaps an operator with a value.</summary>
    private readonly bool IsAttribute(int at, int to)
    {
        at += _tokens[at].Is('*') || _tokens[at].Is('|') ? 1 : 0; // a namespace
        at += at < to && _tokens[at].Is('|') ? 1 : 0;
        if (at == to || _tokens[at].Kind != StyleTokenKind.Ident)
        {
            return false;
        }

        at++;
        if (at + 1 < to && _tokens[at].Is('|') && _tokens[at + 1].Kind == StyleTokenKind.Ident)
        {
            at += 2;
        }

        if (at == to)
        {
            return true;
        }

        at += _tokens[at].Kind == StyleTokenKind.Delimiter && _tokens[at].Unit is '~' or '|' or '^' or '$' or '*' ? 1 : 0;
        return at + 1 < to && _tokens[at].Is('=') && _tokens[at + 1].Kind is StyleTokenKind.Ident or StyleTokenKind.String or StyleTokenKind.Number or StyleTokenKind.Hash
            && (at + 2 == to || _tokens[at + 2].Kind != StyleTokenKind.Number);
    }

    private int JudgeNoSelector(int start, int at)
    {
        var token = _tokens[at];
        if (token.Kind == StyleTokenKind.AtKeyword && at > start)
        {
            AddMissing(_tokens[at - 1], $"expected '{{' or ';' before {Quote(token)}");
            return at;
        }

        var message = token.Kind switch
        {
            StyleTokenKind.Colon when at + 1 < _count && _tokens[at + 1].Kind == StyleTokenKind.Function => $"expected a selector at both sides of each ',' in {Quote(_tokens[at].Start, _tokens[_tokens[at + 1].Partner].End)}",
            StyleTokenKind.Colon => "expected the name of a pseudo-class after ':'",
            StyleTokenKind.Hash => $"{Quote(token)} selects nothing: a name does not start with a digit",
            StyleTokenKind.Delimiter when token.Unit == '.' => "expected the name of a class after '.'",
            StyleTokenKind.Delimiter when token.Unit == '%' && _isSass => "expected a name after '%'",
            StyleTokenKind.Delimiter when token.Unit == '#' => "expected a name after '#'",
            StyleTokenKind.Open when token.Unit == '[' => "expected an attribute, as in '[name]' or '[name=\"value\"]'",
            StyleTokenKind.Variable => $"a variable in a selector stands in '#{{ }}': write '#{{{TextOf(token)}}}'",
            StyleTokenKind.Function when AtRules.TryFind(_text[token.Start..(token.End - 1)], _isSass, out _) => $"expected '@' before {Quote(token.Start, token.End - 1)}",
            _ => $"unexpected {Quote(token)} in a selector",
        };
        Add(FindingCodes.UnexpectedToken, token, message);
        return _count;
    }

    /// <summary>'from', 'to', percentages, and with scroll-driven animations the name of a range before them.</summary>
    private int JudgeKeyframe(int at)
    {
        var isEmpty = true;
        for (var i = at; i < _count; i++)
        {
            var token = _tokens[i];
            if (token.Kind == StyleTokenKind.Comma && !isEmpty)
            {
                isEmpty = true;
            }
            else if (token.Kind == StyleTokenKind.Number ? IsPercentage(token) : token.Kind == StyleTokenKind.Ident && IsKeyframeName(i))
            {
                isEmpty = false;
            }
            else if (_isSass && (token.Is('.') || token.Is('&') || token.Kind == StyleTokenKind.Delimiter))
            {
                return JudgeSelectors(at);
            }
            else
            {
                Add(FindingCodes.UnexpectedToken, token, $"unexpected {Quote(token)}: expected 'from', 'to' or a percentage");
                return _count;
            }
        }

        if (isEmpty && _count > at)
        {
            AddMissing(_tokens[_count - 1], "expected 'from', 'to' or a percentage after ','");
        }

        return _count;
    }

    private readonly bool IsPercentage(in StyleToken number) =>
        _text[number.End - 1] == '%' || (_isSass && number.End < _text.Length && _text[number.End] is '#' or '%');

    private readonly bool IsKeyframeName(int at)
    {
        var word = TextOf(_tokens[at]);
        return _tokens[at].IsInterpolated || word.Equals("from", StringComparison.OrdinalIgnoreCase) || word.Equals("to", StringComparison.OrdinalIgnoreCase)
            || (at + 1 < _count && _tokens[at + 1].Kind == StyleTokenKind.Number);
    }
}
