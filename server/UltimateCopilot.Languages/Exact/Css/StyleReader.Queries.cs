using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>
/// Conditions as in Media Queries 4, section 3, and CSS Conditional 3: operands in parentheses, joined by 'and' and 'or'. What Sass
/// computes may stand for any part of them.
/// </summary>
internal ref partial struct StyleReader
{
    private enum QueryState : byte
    {
        Start,
        Operand,

        /// <summary>A condition behind 'not', which joins with no other.</summary>
        Negated,
        Operator,

        /// <summary>'not' or 'only'.</summary>
        Prefix,
        Anything,
    }

    private int JudgeQuery(int from, AtRuleShape shape)
    {
        var state = QueryState.Start;
        var joint = -1;
        for (var i = from; i < _count; i++)
        {
            var token = _tokens[i];
            if (!IsSameJoint(ref joint, i))
            {
                return Unexpected(i, $"'{TextOf(_tokens[joint])}': 'and' and 'or' mix only in brackets");
            }

            var next = Advance(state, i, from, shape);
            if (next is null)
            {
                return Unexpected(i, state switch
                {
                    QueryState.Operand => "'and', ',' or '{'",
                    QueryState.Negated => "',' or '{': what 'not' belongs to must stand in brackets",
                    _ => "a condition",
                });
            }

            state = next.Value;
            if (token.IsOpener)
            {
                if (token.Kind == StyleTokenKind.Open && !IsFeature(i + 1, token.Partner))
                {
                    Add(FindingCodes.MissingToken, _tokens[i + 1], $"expected ':' after {Quote(_tokens[i + 1])}");
                    _isBroken = true;
                    return _count;
                }

                if (!JudgeInQuery(i + 1, token.Partner, shape))
                {
                    return _count;
                }

                i = token.Partner;
            }
        }

        if (state is QueryState.Operator or QueryState.Prefix || (state == QueryState.Start && from < _count) || (from == _count && shape != AtRuleShape.MediaQuery))
        {
            AddMissing(_tokens[_count - 1], $"expected a condition after {Quote(_tokens[_count - 1])}");
            _isBroken = true;
        }

        return _count;
    }

    /// <summary>Whether a token is no other word to join conditions than the one at <paramref name="joint"/>, which a comma forgets.</summary>
    private readonly bool IsSameJoint(ref int joint, int at)
    {
        if (_tokens[at].Kind is StyleTokenKind.Comma or StyleTokenKind.Semicolon)
        {
            joint = -1;
        }
        else if (_tokens[at].Kind == StyleTokenKind.Ident && !_tokens[at].IsInterpolated && IsWord(TextOf(_tokens[at]), "and", "or"))
        {
            joint = joint < 0 ? at : joint;
            return TextOf(_tokens[at]).Equals(TextOf(_tokens[joint]), StringComparison.OrdinalIgnoreCase);
        }

        return true;
    }

    /// <summary>Whether all is well with what no condition in brackets has, however deep they are: a word that joins nothing, too many comparisons.</summary>
    private bool JudgeInQuery(int from, int to, AtRuleShape shape)
    {
        var (comparisons, first) = (0, from);
        for (var i = from; i < to; i++)
        {
            var token = _tokens[i];
            if (token.IsOpener || token.Kind == StyleTokenKind.Close)
            {
                comparisons = 0;
            }
            else if (token.Kind == StyleTokenKind.Ident && !token.IsInterpolated && _tokens[i + 1].Kind == StyleTokenKind.Close && _tokens[i - 1].Kind != StyleTokenKind.Colon && IsWord(TextOf(token), "and", "or"))
            {
                Reject(FindingCodes.MissingToken, i, $"expected a condition after {Quote(token)}");
                return false;
            }
            else if (_isSass && token.Kind == StyleTokenKind.Colon && _tokens[i + 1].Kind == StyleTokenKind.Close && !(_tokens[i + 1].IsSpaced && IsCustomProperty(i - 1)))
            {
                Reject(FindingCodes.MissingToken, i, "expected a value after ':'");
                return false;
            }
            else if (token.Is('<') || token.Is('>'))
            {
                if (_tokens[i + 1].Is('=') && _tokens[i + 1].IsSpaced)
                {
                    Reject(FindingCodes.UnexpectedToken, i, $"'{token.Unit}' and '=' must stand together: write '{token.Unit}='");
                    return false;
                }

                if (comparisons == 1 && shape != AtRuleShape.Condition && _tokens[first].Unit != token.Unit)
                {
                    Reject(FindingCodes.UnexpectedToken, i, $"'{token.Unit}' does not go with '{_tokens[first].Unit}' before it: both ends of a range are compared the same way");
                    return false;
                }

                first = i;
                if (++comparisons > 2)
                {
                    Reject(FindingCodes.UnexpectedToken, i, "a third comparison: a range has two ends");
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>What may follow a token; null where the token may not stand there.</summary>
    private readonly QueryState? Advance(QueryState state, int at, int from, AtRuleShape shape)
    {
        var token = _tokens[at];
        if (_isSass && !(state == QueryState.Operand && token.IsFirstOnLine) && (token.IsInterpolated || token.Kind == StyleTokenKind.Variable || token.Is('.') || token.Is('+')))
        {
            return QueryState.Anything;
        }

        switch (token.Kind)
        {
            case StyleTokenKind.Comma:
                return state is QueryState.Operand or QueryState.Negated or QueryState.Anything ? QueryState.Start : null;
            case StyleTokenKind.Open when token.Unit == '(':
            case StyleTokenKind.Function:
                if (token.Kind == StyleTokenKind.Function && IsWord(_text[token.Start..(token.End - 1)], "and", "or", "not"))
                {
                    return null; // a blank is missing
                }

                return state switch
                {
                    QueryState.Operand when shape == AtRuleShape.ContainerQuery && at == from + 1 => QueryState.Operand,
                    QueryState.Operand or QueryState.Negated => null,
                    QueryState.Prefix => QueryState.Negated,
                    _ => QueryState.Operand,
                };
            case StyleTokenKind.Ident when IsWord(TextOf(token), "and", "or"):
                var isBehindType = shape == AtRuleShape.MediaQuery && at > from && _tokens[at - 1].Kind == StyleTokenKind.Ident && !_tokens[at - 1].IsInterpolated;
                return (state == QueryState.Operand && !(isBehindType && IsWord(TextOf(token), "or", "or"))) || state == QueryState.Anything ? QueryState.Operator : null;
            case StyleTokenKind.Ident when IsWord(TextOf(token), "not", "only"):
                return state is QueryState.Start or QueryState.Anything || (state == QueryState.Operand && shape == AtRuleShape.ContainerQuery && at == from + 1)
                    || (state == QueryState.Operator && shape == AtRuleShape.MediaQuery && _tokens[from].Kind == StyleTokenKind.Ident) ? QueryState.Prefix : null;
            case StyleTokenKind.Ident or StyleTokenKind.Number or StyleTokenKind.String:
                // A media type, or the name of a container; tricks for old browsers put numbers and escapes here.
                if (TextOf(token).Contains('\\'))
                {
                    return QueryState.Anything;
                }

                return state is QueryState.Operand or QueryState.Negated || shape == AtRuleShape.Condition ? null : QueryState.Operand;
            default:
                return null;
        }
    }

    /// <summary>Whether what stands in parentheses is one of: a name, 'name: value', a comparison, another condition.</summary>
    private readonly bool IsFeature(int from, int to)
    {
        if (to - from < 2 || _tokens[from].Kind != StyleTokenKind.Ident || _tokens[from].IsInterpolated || _isSass)
        {
            return to > from || _isSass;
        }

        for (var i = from; i < to; i++)
        {
            var token = _tokens[i];
            if (token.Kind is StyleTokenKind.Colon or StyleTokenKind.Open or StyleTokenKind.Delimiter || IsWord(TextOf(token), "and", "or", "not"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(ReadOnlySpan<char> text, string first, string second, string? third = null) =>
        text.Equals(first, StringComparison.OrdinalIgnoreCase) || text.Equals(second, StringComparison.OrdinalIgnoreCase)
        || (third is not null && text.Equals(third, StringComparison.OrdinalIgnoreCase));
}
