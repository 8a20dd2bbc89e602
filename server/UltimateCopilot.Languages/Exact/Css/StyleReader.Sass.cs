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
            case AtRuleShape.Function when from < _count && TextOf(_tokens[from]).StartsWith("--"):
                _blockContext = SassContext.None; // one of CSS itself
                return _count;
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

    /// <summary>Why a rule may not stand here; null where it may.</summary>
    private string? Misplaced(int at, AtRuleShape shape)
    {
        var keyword = TextOf(_tokens[at]);
        var within = _blocks[^1].Within;
        _isOfModules = shape is AtRuleShape.Module or AtRuleShape.Charset;
        if (shape == AtRuleShape.Module && (_isBehindModules || _blocks.Count > 1))
        {
            _isBehindModules = false; // said once
            return $"'{keyword}' must stand before all other rules";
        }

        return shape switch
        {
            AtRuleShape.Else when !_blocks[^1].EndsInIf => $"'{keyword}' follows no block of '@if'",
            AtRuleShape.Mixin or AtRuleShape.Function when within != SassContext.None =>
                $"'{keyword}' cannot stand within a {((within & SassContext.Control) != 0 ? "condition or loop" : "mixin or function")}",
            not (AtRuleShape.Expression or AtRuleShape.If or AtRuleShape.Else or AtRuleShape.Each or AtRuleShape.For or AtRuleShape.While) when (within & SassContext.Function) != 0 =>
                $"'{keyword}' cannot stand within a function",
            AtRuleShape.Expression when keyword is "@return" && (within & SassContext.Function) == 0 => "'@return' stands outside of any function",
            AtRuleShape.Content when (within & SassContext.Mixin) == 0 => "'@content' stands outside of any mixin",
            AtRuleShape.Extend when Kind is StyleBlockKind.Root or StyleBlockKind.Rules => "'@extend' stands outside of any rule",
            AtRuleShape.Import when (within & ~SassContext.Function) != 0 && at + 1 < _count && _tokens[at + 1].Kind == StyleTokenKind.String && IsOfSass(_tokens[at + 1]) =>
                "a file of Sass cannot be imported within a mixin, a condition or a loop",
            _ => null,
        };
    }

    /// <summary>Whether the address of an import is that of a file to be put in, not one for the browser.</summary>
    private readonly bool IsOfSass(in StyleToken address)
    {
        var path = TextOf(address)[1..^1];
        return !path.EndsWith(".css", StringComparison.Ordinal) && !path.StartsWith("http", StringComparison.Ordinal) && !path.StartsWith("//", StringComparison.Ordinal);
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
