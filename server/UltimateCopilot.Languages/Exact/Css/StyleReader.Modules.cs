using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Modules, mixins and functions of Sass: what is defined, and what is used with which arguments.</summary>
internal ref partial struct StyleReader
{
    /// <summary>'"path" as name with ($variable: value)', and of '@forward' 'show' and 'hide' with names.</summary>
    private int JudgeModule(int at)
    {
        var isForward = TextOf(_tokens[at - 1]) is "@forward";
        if (at == _count || (_tokens[at].Kind != StyleTokenKind.String && !(_tokens[at].Kind == StyleTokenKind.Url && IsFunctionLike(at))))
        {
            return at == _count ? Missing(at - 1, "the path of a module in quotes") : Unexpected(at, "the path of a module in quotes");
        }

        at++;
        if (!isForward && at == _count && !HasName(_tokens[at - 1]))
        {
            return Reject(FindingCodes.MissingToken, at - 1, "expected 'as' and a name: the last part of the path is none");
        }

        if (IsWordAt(at, "as"))
        {
            at++;
            if (at == _count)
            {
                return Missing(at - 1, "a name");
            }

            if (_tokens[at].Kind != StyleTokenKind.Ident && (isForward || !_tokens[at].Is('*')))
            {
                return Unexpected(at, isForward ? "a prefix, as in 'name-*'" : "a name or '*'");
            }

            at++;
            at += isForward && at < _count && _tokens[at].Is('*') && !_tokens[at].IsSpaced ? 1 : 0;
        }

        if (isForward && (IsWordAt(at, "show") || IsWordAt(at, "hide")))
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

        if (at < _count && (IsFunctionAt(at, "with") || IsWordAt(at, "with")))
        {
            at += IsWordAt(at, "with") ? 1 : 0;
            if (at == _count || !_tokens[at].IsOpener)
            {
                return Missing(at - 1, "'('");
            }

            if (!JudgeConfiguration(at, isForward))
            {
                return _count;
            }

            at = _tokens[at].Partner + 1;
        }

        return at < _count ? Unexpected(at, "';'") : _count;
    }

    /// <summary>Whether a module can be called by the last part of its path.</summary>
    private readonly bool HasName(in StyleToken path)
    {
        if (path.Kind != StyleTokenKind.String || path.End - path.Start < 2)
        {
            return true;
        }

        var name = TextOf(path)[1..^1];
        name = name[(name.LastIndexOfAny('/', ':') + 1)..];
        return name.Length > 0 && !char.IsAsciiDigit(name[0]);
    }

    /// <summary>Variables with a value each, which only '@forward' may leave to others to set.</summary>
    private bool JudgeConfiguration(int opener, bool isForward)
    {
        if (_tokens[opener].Partner == opener + 1)
        {
            Missing(opener, "a variable and its value");
            return false;
        }

        for (var i = opener + 1; i < _tokens[opener].Partner; i++)
        {
            var isFirst = i == opener + 1 || _tokens[i - 1].Kind == StyleTokenKind.Comma;
            if (isFirst && _tokens[i].Kind == StyleTokenKind.Variable && _tokens[i + 1].Kind is StyleTokenKind.Comma or StyleTokenKind.Close)
            {
                Missing(i, "':' and a value");
                return false;
            }

            if (!isForward && _tokens[i].Is('!') && IsWordAt(i + 1, "default"))
            {
                Reject(FindingCodes.UnexpectedToken, i, "unexpected '!default': only '@forward' leaves it to others to set a variable");
                return false;
            }

            i = Math.Max(i, _tokens[i].Partner);
        }

        return JudgeParameters(opener);
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

        if (IsReservedName(_tokens[at], shape))
        {
            return Reject(FindingCodes.ReservedWord, at, $"{Quote(_tokens[at].Start, NameEnd(_tokens[at]))} cannot be the name of a {(shape == AtRuleShape.Function ? "function" : "mixin")}: it means something in CSS");
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

    private static int NameEnd(in StyleToken name) => name.Kind == StyleTokenKind.Function ? name.End - 1 : name.End;

    /// <summary>Names that Sass keeps: operators, CSS's functions with a syntax of their own, and of mixins the names of custom properties.</summary>
    private readonly bool IsReservedName(in StyleToken token, AtRuleShape shape)
    {
        var name = _text[token.Start..NameEnd(token)];
        if (token.IsInterpolated || shape != AtRuleShape.Function)
        {
            return shape == AtRuleShape.Mixin && name.StartsWith("--");
        }

        return name is "and" or "or" or "not" or "element" or "expression" or "url" || name.Equals("type", StringComparison.OrdinalIgnoreCase)
            || (name.StartsWith("-") && name.EndsWith("-element"));
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

            if (token.Kind == StyleTokenKind.Colon && i == start + 4 && _tokens[start + 1].Is('.') && _tokens[start + 3].Is('.'))
            {
                Reject(FindingCodes.UnexpectedToken, i, "the parameter that takes the rest has no value of its own");
                return false;
            }

            start = token.Kind == StyleTokenKind.Comma ? i + 1 : start;
            i = Math.Max(i, token.Partner);
        }

        (_arguments, _isSignature) = (opener, true);
        JudgeExpression(opener, close + 1);
        (_arguments, _isSignature) = (-1, false);
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
            if (!JudgeParameters(parameters))
            {
                return _count;
            }

            var last = _tokens[parameters].Partner;
            return last + 1 == _count && _end.Kind != StyleTokenKind.OpenBrace ? Missing(last, "a block, which takes the parameters,") : After(last);
        }

        return After(at - 1);
    }
}
