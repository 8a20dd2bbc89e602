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
        _blockContext = SassContext.None;
        _isOfModules = false;
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

            _isBehindModules |= Findings.Count == before && !_isOfModules && !IsVariable(0);
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

        if (_end.Kind == StyleTokenKind.OpenBrace)
        {
            return IsVariable(at) ? JudgeVariableWithoutEnd(at) : JudgeRule(at);
        }

        return Kind is StyleBlockKind.Root or StyleBlockKind.Rules && !IsVariable(at) ? JudgeOutside(at) : JudgeDeclaration(at);
    }

    /// <summary>A variable has no block: the '{' behind it belongs to a rule on a later line.</summary>
    private int JudgeVariableWithoutEnd(int at)
    {
        var findings = Findings.Count;
        var next = FirstOnNewLine(at);
        if (next >= 0)
        {
            AddMissing(_tokens[next - 1], "expected ';' after this declaration");
            return next;
        }

        next = JudgeDeclaration(at);
        if (Findings.Count == findings && next == _count)
        {
            Add(FindingCodes.UnexpectedToken, _end, "unexpected '{' after a declaration: was ';' meant?");
        }

        return next;
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
            : (first.Is('-') || (first.Is('|') && _count > 1 && _tokens[1].IsSpaced) || (first.Is('+') && (_end.Kind != StyleTokenKind.OpenBrace || _isBehindResidue || (Kind == StyleBlockKind.Root && !_isSass)))) && _count > 1;
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

    /// <summary>A name and a colon.</summary>
    private readonly bool IsDeclarationStart(int at) =>
        at + 1 < _count && _tokens[at].Kind == StyleTokenKind.Ident && _tokens[at + 1].Kind == StyleTokenKind.Colon;

    private static StyleBlockKind Nested(StyleBlockKind parent) => parent == StyleBlockKind.Root ? StyleBlockKind.Rules : parent;
}
