using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Modules, mixins and functions of Sass: what is defined, and what is used with which arguments.</summary>
internal ref partial struct StyleReader
{
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

            if (i == start && start > opener + 3 && _tokens[start - 1].Kind == StyleTokenKind.Comma && _tokens[start - 2].Is('.'))
            {
                Reject(FindingCodes.UnexpectedToken, start - 4, "the parameter that takes the rest must be the last one");
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
}
