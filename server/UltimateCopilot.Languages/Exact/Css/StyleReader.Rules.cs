using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Rules, and what stands where only rules may.</summary>
internal ref partial struct StyleReader
{
    /// <summary>A rule where its '{' follows; in Sass also a property with a block of properties.</summary>
    private int JudgeRule(int at)
    {
        if (Kind == StyleBlockKind.Keyframes)
        {
            _blockKind = StyleBlockKind.Declarations;
            return JudgeKeyframe(at);
        }

        if (Kind is not (StyleBlockKind.Root or StyleBlockKind.Rules) && StartsAsDeclaration(at) is > 0 and var value)
        {
            var next = FirstOnNewLine(value);
            if (_repair.Unclosed > _unclosed && _blocks.Count > 1 && (next < 0 || IndentBefore(next) <= _blocks[^1].Indent))
            {
                return LeaveBlock(next < 0 ? SelectorWithin(value) : next);
            }

            if (next >= 0)
            {
                AddMissing(_tokens[next - 1], "expected ';' after this declaration");
                return next;
            }

            if (_isSass)
            {
                _blockKind = StyleBlockKind.Declarations;
                return JudgeValue(at, value);
            }

            Add(FindingCodes.UnexpectedToken, _end, "unexpected '{' after a declaration: was ';' meant?");
            return _count;
        }

        return JudgeSelectors(at);
    }

    /// <summary>The block's '}' is missing between its last declaration and the next rule.</summary>
    private int LeaveBlock(int next)
    {
        _lastEnd = _tokens[next - 1].End;
        AddUnclosed();
        return next;
    }

    /// <summary>What may be the start of a selector behind a value.</summary>
    private readonly int SelectorWithin(int value)
    {
        var at = value;
        while (at < _count - 1 && !IsSelectorMark(at) && _tokens[at].Kind != StyleTokenKind.Colon)
        {
            at++;
        }

        return at > value ? at : _count;
    }

    /// <summary>Index of the value where a statement that ends with '{' looks like 'name: value', and no selector looks so; -1 where it does not.</summary>
    private readonly int StartsAsDeclaration(int at)
    {
        var colon = _tokens[at].Is('*') ? at + 2 : at + 1;
        if (colon >= _count || _tokens[colon].Kind != StyleTokenKind.Colon || _tokens[colon - 1].Kind != StyleTokenKind.Ident)
        {
            return -1;
        }

        var value = colon + 1;
        if (value >= _count)
        {
            return _isSass ? value : -1;
        }

        var next = _tokens[value];
        if (next.IsSpaced || next.Kind is not (StyleTokenKind.Ident or StyleTokenKind.Function or StyleTokenKind.Colon))
        {
            return value;
        }

        // 'color:red' on a line of its own, before a rule.
        return next.Kind == StyleTokenKind.Ident && FirstOnNewLine(value) > 0 && !PseudoClasses.Contains(TextOf(next)) ? value : -1;
    }

    /// <summary>The first token on a line of its own behind one that does not ask for more; -1 where there is none.</summary>
    private readonly int FirstOnNewLine(int from)
    {
        for (var i = from; i < _count; i++)
        {
            if (_tokens[i].IsFirstOnLine && i > 0 && _tokens[i - 1].Kind is not (StyleTokenKind.Comma or StyleTokenKind.Colon))
            {
                return i;
            }

            i = Math.Max(i, _tokens[i].Partner);
        }

        return -1;
    }

    /// <summary>The first token on a line of its own, but not behind what a selector goes on after; -1 where there is none.</summary>
    private readonly int NextLine(int at)
    {
        for (var i = at + 1; i < _count; i++)
        {
            if (_tokens[i].IsFirstOnLine && _tokens[i - 1].Kind != StyleTokenKind.Comma && Combinator(i - 1) == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>A statement without block where only rules may stand.</summary>
    private int JudgeOutside(int at)
    {
        var declaration = at;
        while (declaration < _count && !(IsDeclarationStart(declaration) && (_tokens[declaration].IsFirstOnLine || declaration == at)))
        {
            declaration++;
        }

        if (declaration == _count)
        {
            if (NextLine(at) is > 0 and var next)
            {
                AddMissing(_tokens[next - 1], $"expected a block in '{{ }}' after {Quote(_tokens[at].Start, _tokens[next - 1].End)}");
                return next;
            }

            AddMissing(_tokens[_count - 1], $"expected a block in '{{ }}' after {Quote(_tokens[at].Start, _tokens[_count - 1].End)}");
            OpenBlock(StyleBlockKind.Style, _tokens[at].Start, isAssumed: true); // its '{' may be missing within a line
            return _count;
        }

        if (declaration > at)
        {
            AddMissing(_tokens[declaration - 1], "expected '{' after this selector");
        }
        else
        {
            Add(FindingCodes.UnexpectedToken, _tokens[at], $"the declaration of {Quote(_tokens[at])} stands outside of any rule: is a '}}' before it too much, or a '{{' missing?");
            _unmatched++; // the layout may know
        }

        OpenBlock(StyleBlockKind.Style, _tokens[at].Start, isAssumed: true);
        return declaration;
    }
}
