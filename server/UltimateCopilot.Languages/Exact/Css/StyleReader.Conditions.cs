using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>
/// The function 'if(condition: value; else: value)' of CSS Values 5, section 7, and of Sass (https://sass-lang.com/documentation/at-rules/control/if/).
/// What a custom property is put in for may be any part of a condition.
/// </summary>
internal ref partial struct StyleReader
{
    /// <summary>Whether the arguments of 'if(' are conditions with values, and not the three of Sass's older function.</summary>
    private readonly bool HasConditions(int function)
    {
        var first = function + 1;
        for (var i = first; i < _tokens[function].Partner; i++)
        {
            switch (_tokens[i].Kind)
            {
                case StyleTokenKind.Comma:
                case StyleTokenKind.Colon when i == first + 1 && _tokens[first].Kind == StyleTokenKind.Variable:
                    return false;
                case StyleTokenKind.Colon or StyleTokenKind.Semicolon:
                    return true;
                default:
                    i = Math.Max(i, _tokens[i].Partner);
                    break;
            }
        }

        return false;
    }

    /// <summary>Whether all is well with the conditions of 'if('.</summary>
    private bool JudgeConditions(int function)
    {
        var state = QueryState.Start;
        var close = _tokens[function].Partner;
        var (joint, isNegated, isRaw, hasSass) = (-1, false, false, false);
        for (var i = function + 1; i < close; i++)
        {
            var token = _tokens[i];
            switch (token.Kind)
            {
                case StyleTokenKind.Semicolon when state == QueryState.Anything:
                    (state, joint, isNegated, isRaw, hasSass) = (QueryState.Start, -1, false, false, false);
                    break;
                case var _ when state == QueryState.Anything:
                    break; // of a value
                case StyleTokenKind.Semicolon:
                    Reject(FindingCodes.UnexpectedToken, i, state == QueryState.Start ? "expected a condition before ';'" : "expected ':' and a value before ';'");
                    return false;
                case StyleTokenKind.Colon when state is not (QueryState.Operand or QueryState.Negated):
                    Reject(FindingCodes.UnexpectedToken, i, "expected a condition before ':'");
                    return false;
                case StyleTokenKind.Colon:
                    state = QueryState.Anything;
                    break;
                case var _ when !IsSameJoint(ref joint, i) || (joint >= 0 && isNegated):
                    Reject(FindingCodes.UnexpectedToken, i, $"unexpected {Quote(token)}: 'and', 'or' and 'not' mix only in brackets");
                    return false;
                case var _ when AfterPart(state, i) is { } next:
                    isRaw |= state == QueryState.Operand && next == QueryState.Operand;
                    hasSass |= HoldsSass(i);
                    if (isRaw && hasSass)
                    {
                        Reject(FindingCodes.UnexpectedToken, i, $"unexpected {Quote(token)}: a condition with 'sass()' has no parts that are put in by 'var()'");
                        return false;
                    }

                    state = next;
                    isNegated |= state == QueryState.Prefix;
                    break;
                default:
                    Reject(FindingCodes.UnexpectedToken, i, $"unexpected {Quote(token)} in a condition");
                    return false;
            }

            i = Math.Max(i, token.Partner);
        }

        if (state is QueryState.Start or QueryState.Anything)
        {
            return true;
        }

        Reject(FindingCodes.MissingToken, close - 1, $"expected ':' and a value after {Quote(_tokens[close - 1])}");
        return false;
    }

    /// <summary>Whether a part of a condition is what Sass computes itself, or has that in brackets.</summary>
    private readonly bool HoldsSass(int at)
    {
        for (var i = at; i <= Math.Max(at, _tokens[at].Partner); i++)
        {
            if (IsFunctionAt(i, "sass"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a part of a condition leads to; 'else' is behind all others. Null where it may not stand there.</summary>
    private readonly QueryState? AfterPart(QueryState state, int at)
    {
        var token = _tokens[at];
        if (state == QueryState.Negated)
        {
            return null; // behind 'else'
        }

        if (token.Kind == StyleTokenKind.Ident && !token.IsInterpolated)
        {
            return TextOf(token) switch
            {
                var word when word.Equals("else", StringComparison.OrdinalIgnoreCase) => state == QueryState.Start ? QueryState.Negated : null,
                var word when word.Equals("not", StringComparison.OrdinalIgnoreCase) => state == QueryState.Start ? QueryState.Prefix : null,
                var word when IsWord(word, "and", "or") => state == QueryState.Operand ? QueryState.Operator : null,
                _ => QueryState.Operand,
            };
        }

        if (token.Kind == StyleTokenKind.Function && IsWord(_text[token.Start..(token.End - 1)], "and", "or", "not"))
        {
            return null; // a blank is missing
        }

        var isElse = token.Kind == StyleTokenKind.Open && token.Partner == at + 2 && IsWordAt(at + 1, "else");
        return isElse || (token.Kind == StyleTokenKind.Open && state == QueryState.Operand) ? null : QueryState.Operand;
    }
}
