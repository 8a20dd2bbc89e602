using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>The at-rules of Sass (https://sass-lang.com/documentation/at-rules/).</summary>
internal ref partial struct StyleReader
{
    /// <summary>Where the next statement starts, if it starts within the tokens.</summary>
    private int JudgeSassRule(int at, AtRuleShape shape)
    {
        var from = at + 1;
        switch (shape)
        {
            case AtRuleShape.Module:
                return JudgeModule(from);
            case AtRuleShape.Mixin or AtRuleShape.Function:
                return JudgeSignature(from, shape);
            case AtRuleShape.Include:
                return JudgeInclude(from);
            case AtRuleShape.Expression or AtRuleShape.If or AtRuleShape.While:
                return from == _count ? Missing(at, "an expression") : JudgeExpression(from, _count);
            case AtRuleShape.Else:
                return JudgeElse(at);
            case AtRuleShape.Each:
                return JudgeEach(at);
            case AtRuleShape.For:
                return JudgeFor(at);
            case AtRuleShape.Content:
                return from < _count && _tokens[from].Unit == '(' ? After(_tokens[from].Partner) : After(at);
            case AtRuleShape.Extend when from == _count:
                return Missing(at, "a selector");
            default:
                return StatementWithin(from);
        }
    }

    private int Missing(int at, string what)
    {
        AddMissing(_tokens[at], $"expected {what} after {Quote(_tokens[at])}");
        _isBroken = true;
        return _count;
    }

    /// <summary>Nothing else may follow.</summary>
    private int After(int last) => last + 1 < _count ? Unexpected(last + 1, "';' or '{'") : _count;

    private readonly bool IsWordAt(int at, string word) => at < _count && _tokens[at].Kind == StyleTokenKind.Ident && TextOf(_tokens[at]).SequenceEqual(word);

    /// <summary>'"path" as name with ($variable: value)', and of '@forward' 'show' and 'hide' with names.</summary>
    private int JudgeModule(int at)
    {
        if (at == _count || (_tokens[at].Kind != StyleTokenKind.String && !(_tokens[at].Kind == StyleTokenKind.Url && IsFunctionLike(at))))
        {
            return at == _count ? Missing(at - 1, "the path of a module in quotes") : Unexpected(at, "the path of a module in quotes");
        }

        at++;
        while (at < _count)
        {
            if (IsWordAt(at, "as"))
            {
                if (at + 1 == _count)
                {
                    return Missing(at, "a name");
                }

                at += 2;
                at += at < _count && _tokens[at].Is('*') && !_tokens[at].IsSpaced ? 1 : 0;
            }
            else if (IsFunctionAt(at, "with"))
            {
                at = JudgeConfiguration(at);
            }
            else if (IsWordAt(at, "with"))
            {
                if (at + 1 == _count || _tokens[at + 1].Unit != '(')
                {
                    return Missing(at, "'('");
                }

                at = JudgeConfiguration(at + 1);
            }
            else if (IsWordAt(at, "show") || IsWordAt(at, "hide"))
            {
                do
                {
                    at++;
                    if (at == _count || _tokens[at].Kind is not (StyleTokenKind.Ident or StyleTokenKind.Variable))
                    {
                        return Missing(at - 1, "a name");
                    }

                    at++;
                }
                while (at < _count && _tokens[at].Kind == StyleTokenKind.Comma);
            }
            else
            {
                return Unexpected(at, "';'");
            }
        }

        return _count;
    }

    private int JudgeConfiguration(int opener)
    {
        return JudgeParameters(opener) ? _tokens[opener].Partner + 1 : _count;
    }

    private readonly bool IsFunctionAt(int at, string name) => IsFunction(_tokens[at], name);

    private readonly bool IsFunctionLike(int at) => _tokens[at].Kind is StyleTokenKind.Url or StyleTokenKind.Function;

    /// <summary>A name, and parameters in parentheses.</summary>
    private int JudgeSignature(int at, AtRuleShape shape)
    {
        if (at == _count || _tokens[at].Kind is not (StyleTokenKind.Ident or StyleTokenKind.Function))
        {
            return at == _count ? Missing(at - 1, "a name") : Unexpected(at, "a name");
        }

        var parameters = _tokens[at].Kind == StyleTokenKind.Function ? at : at + 1;
        if (parameters == _count || !(parameters == at || _tokens[parameters].Unit == '('))
        {
            if (parameters == _count)
            {
                return shape == AtRuleShape.Function ? Missing(at, "parameters in '( )'") : _count;
            }

            return Unexpected(parameters, "parameters or '{'");
        }

        return JudgeParameters(parameters) ? After(_tokens[parameters].Partner) : _count;
    }

    /// <summary>Variables with commas between them, each perhaps with a value.</summary>
    private bool JudgeParameters(int opener)
    {
        var close = _tokens[opener].Partner;
        var start = opener + 1;
        for (var i = start; i < close; i++)
        {
            var token = _tokens[i];
            if (i == start && token.Kind != StyleTokenKind.Variable)
            {
                Reject(FindingCodes.UnexpectedToken, i, $"unexpected {Quote(token)}: expected a parameter, which starts with '$'");
                return false;
            }

            if (i == start + 1 && token.Kind is not (StyleTokenKind.Colon or StyleTokenKind.Comma or StyleTokenKind.Delimiter))
            {
                Missing(i - 1, "',' or ':'");
                return false;
            }

            start = token.Kind == StyleTokenKind.Comma ? i + 1 : start;
            i = Math.Max(i, token.Partner);
        }

        _arguments = opener;
        JudgeExpression(opener, close + 1);
        _arguments = -1;
        return !_isBroken;
    }

    /// <summary>A name, perhaps of a module, arguments, and 'using' with parameters for its block.</summary>
    private int JudgeInclude(int at)
    {
        if (at + 2 < _count && _tokens[at].Kind == StyleTokenKind.Ident && _tokens[at + 1].Is('.') && !_tokens[at + 2].IsSpaced)
        {
            at += 2;
        }

        if (at == _count || _tokens[at].Kind is not (StyleTokenKind.Ident or StyleTokenKind.Function))
        {
            return at == _count ? Missing(at - 1, "the name of a mixin") : Unexpected(at, "the name of a mixin");
        }

        var arguments = _tokens[at].Kind == StyleTokenKind.Function ? at : at + 1;
        if (arguments < _count && (arguments == at || (_tokens[arguments].Unit == '(' && !_tokens[arguments].IsFirstOnLine)))
        {
            _arguments = arguments;
            var next = JudgeExpression(arguments, _tokens[arguments].Partner + 1);
            _arguments = -1;
            if (_isBroken || next <= _tokens[arguments].Partner)
            {
                return next;
            }

            at = _tokens[arguments].Partner;
        }

        at++;
        if (at < _count && (IsFunctionAt(at, "using") || (IsWordAt(at, "using") && at + 1 < _count && _tokens[at + 1].Unit == '(')))
        {
            var parameters = IsFunctionAt(at, "using") ? at : at + 1;
            return JudgeParameters(parameters) ? After(_tokens[parameters].Partner) : _count;
        }

        return After(at - 1);
    }

    private int JudgeElse(int at)
    {
        if (at + 1 == _count)
        {
            return TextOf(_tokens[at]).EndsWith("if") ? Missing(at, "a condition") : _count;
        }

        var condition = at + 1;
        if (!TextOf(_tokens[at]).EndsWith("if"))
        {
            if (IsFunctionAt(at + 1, "if"))
            {
                return JudgeExpression(condition, _count); // 'if(' reads as a function
            }

            if (!IsWordAt(at + 1, "if"))
            {
                return Unexpected(at + 1, "'if' or '{'");
            }

            condition++;
        }

        return condition == _count ? Missing(condition - 1, "a condition") : JudgeExpression(condition, _count);
    }

    private int JudgeEach(int at)
    {
        var i = at + 1;
        while (i < _count && _tokens[i].Kind == StyleTokenKind.Variable && (i == at + 1 || _tokens[i - 1].Kind == StyleTokenKind.Comma))
        {
            i += i + 1 < _count && _tokens[i + 1].Kind == StyleTokenKind.Comma ? 2 : 1;
        }

        return i == at + 1 || i == _count ? MissingOrUnexpected(i, "a variable") : JudgeAfterWord(i, "in");
    }

    private int JudgeFor(int at)
    {
        if (at + 1 >= _count || _tokens[at + 1].Kind != StyleTokenKind.Variable)
        {
            return MissingOrUnexpected(at + 1, "a variable");
        }

        if (!IsWordAt(at + 2, "from"))
        {
            return MissingOrUnexpected(at + 2, "'from'");
        }

        var to = at + 3;
        while (to < _count && !IsWordAt(to, "to") && !IsWordAt(to, "through"))
        {
            to = Math.Max(to, _tokens[to].Partner) + 1;
        }

        var next = JudgeExpression(at + 3, to);
        if (_isBroken || next < to)
        {
            return next;
        }

        if (to == at + 3)
        {
            return MissingOrUnexpected(to, "a number");
        }

        return to < _count ? JudgeAfterWord(to, TextOf(_tokens[to]).ToString()) : Missing(_count - 1, "'to' or 'through'");
    }

    /// <summary>A word, and an expression behind it.</summary>
    private int JudgeAfterWord(int at, string word)
    {
        if (!IsWordAt(at, word))
        {
            return MissingOrUnexpected(at, $"'{word}'");
        }

        return at + 1 == _count ? Missing(at, "an expression") : JudgeExpression(at + 1, _count);
    }

    private int MissingOrUnexpected(int at, string what) => at >= _count ? Missing(_count - 1, what) : Unexpected(at, what);
}
