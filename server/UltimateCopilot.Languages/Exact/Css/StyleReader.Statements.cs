using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>
/// Tells what a statement is. Where the end of one is missing, its tokens hold several: each part is judged by itself, and answers
/// with where the next one starts.
/// </summary>
internal ref partial struct StyleReader
{
    private void JudgeStatement()
    {
        _blockKind = StyleBlockKind.Style;
        _isIfBlock = false;
        if (_isBroken || (_stray >= 0 && AddMissingOpener()))
        {
            GuessBlock();
        }
        else if (_end.Kind != StyleTokenKind.End || _blocks.Count == 1)
        {
            // Else the text breaks off, which is said elsewhere.
            var before = Findings.Count;
            for (var at = SkipResidue(); at < _count;)
            {
                at = JudgeAt(at);
            }

            if (_stray >= 0 && (Findings.Count == before || Findings[^1].Span.Start >= _tokens[_stray].Start))
            {
                Findings.RemoveRange(before, Findings.Count - before);
                AddStray();
            }
        }

        if (_end.Kind == StyleTokenKind.OpenBrace)
        {
            if (_count == 0)
            {
                var isDouble = _end.Start > 0 && _lastEnd == _end.Start && _text[_end.Start - 1] == '{';
                Add(FindingCodes.UnexpectedToken, _end, isDouble ? "a second '{': one too many" : "expected a selector before '{'");
                if (isDouble)
                {
                    return;
                }
            }

            OpenBlock(_blockKind, _end.Start, isIf: _isIfBlock);
        }
        else
        {
            SetEndsInIf(false);
        }
    }

    private int JudgeAt(int at)
    {
        if (_tokens[at].Kind == StyleTokenKind.AtKeyword)
        {
            return JudgeAtRule(at);
        }

        if (_end.Kind == StyleTokenKind.OpenBrace && !IsVariable(at))
        {
            return JudgeRule(at);
        }

        return Kind is StyleBlockKind.Root or StyleBlockKind.Rules && !IsVariable(at) ? JudgeOutside(at) : JudgeDeclaration(at);
    }

    /// <summary>Sass: a variable, perhaps of a module.</summary>
    private readonly bool IsVariable(int at) => _isSass && (_tokens[at].Kind == StyleTokenKind.Variable
        || (at + 2 < _count && _tokens[at].Kind == StyleTokenKind.Ident && _tokens[at + 1].Is('.') && _tokens[at + 2].Kind == StyleTokenKind.Variable && !_tokens[at + 2].IsSpaced));

    /// <summary>A statement with a mistake that was told already still opens a block.</summary>
    private void GuessBlock()
    {
        if (_count > 0 && _tokens[0].Kind == StyleTokenKind.AtKeyword && AtRules.TryFind(_text[(_tokens[0].Start + 1).._tokens[0].End], _isSass, out var shape))
        {
            _blockKind = BlockOf(shape);
            _isIfBlock = shape is AtRuleShape.If or AtRuleShape.Else;
        }
        else if (Kind == StyleBlockKind.Keyframes)
        {
            _blockKind = StyleBlockKind.Declarations;
        }
    }

    /// <summary>Line numbers, and the '+' and '-' of a patch, that were pasted along with the code.</summary>
    private int SkipResidue()
    {
        if (_count == 0)
        {
            return 0;
        }

        var first = _tokens[0];
        if (first.Kind == StyleTokenKind.Ident && first.Unit == '\\' && _text[first.Start + 1] is 'n' or 'r' or 't')
        {
            if (!_isBehindEscape)
            {
                Add(FindingCodes.EscapedText, first.Start, first.Start + 2, $"'\\{_text[first.Start + 1]}' stands here as text: was {(_text[first.Start + 1] == 't' ? "a tab" : "a line break")} meant?");
            }

            _isBehindEscape = true;
            return first.End == first.Start + 2 ? 1 : _count;
        }

        var isResidue = first.Kind == StyleTokenKind.Number
            ? !(_end.Kind == StyleTokenKind.OpenBrace && Kind is StyleBlockKind.Keyframes or StyleBlockKind.Mixed)
            : (first.Is('-') || first.Is('|') || (first.Is('+') && (_end.Kind != StyleTokenKind.OpenBrace || _isBehindResidue || (Kind == StyleBlockKind.Root && !_isSass)))) && _count > 1;
        if (!isResidue)
        {
            _isBehindResidue = false;
            return 0;
        }

        if (!_isBehindResidue)
        {
            Add(FindingCodes.UnexpectedToken, first, $"unexpected {Quote(first)} at the start of a statement");
        }

        _isBehindResidue = true;
        return _count > 1 && (_tokens[1].Is('|') || _tokens[1].Kind == StyleTokenKind.Colon) ? 2 : 1;
    }

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

    /// <summary>A name and a colon.</summary>
    private readonly bool IsDeclarationStart(int at) =>
        at + 1 < _count && _tokens[at].Kind == StyleTokenKind.Ident && _tokens[at + 1].Kind == StyleTokenKind.Colon;

    private static StyleBlockKind Nested(StyleBlockKind parent) => parent == StyleBlockKind.Root ? StyleBlockKind.Rules : parent;
}
