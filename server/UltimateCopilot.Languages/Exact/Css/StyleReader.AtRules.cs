using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>At-rules: what stands between the keyword and the end of the statement.</summary>
internal ref partial struct StyleReader
{
    private int JudgeAtRule(int at)
    {
        var keyword = _tokens[at];
        var name = _text[(keyword.Start + 1)..keyword.End];
        if (!AtRules.TryFind(name, _isSass, out var shape) && !keyword.IsInterpolated
            && Misspelling.KeywordNear(name.ToString(), AtRules.Names(_isSass)) is { } meant)
        {
            Add(FindingCodes.UnexpectedToken, keyword, $"there is no {Quote(keyword)}: was '@{meant}' meant?");
            AtRules.TryFind(meant, _isSass, out shape);
            SetBlock(shape);
            return _count;
        }

        SetBlock(shape);
        if (_isSass && Misplaced(at, shape) is { } misplaced)
        {
            Add(FindingCodes.UnexpectedToken, keyword, misplaced);
            return _count;
        }

        var next = JudgePrelude(at, shape);
        if (next < _count)
        {
            // The statement has ended before its last token: what follows is one of its own.
            return EndsInBlock(shape) || (shape == AtRuleShape.Include && keyword.IsFirstOnLine && IndentBefore(next) > IndentBefore(at)) ? MissOpener(at, next, shape) : MissSemicolon(at, next);
        }

        if (_end.Kind == StyleTokenKind.OpenBrace)
        {
            if (IsStatement(shape))
            {
                Add(FindingCodes.UnexpectedToken, _end, $"{Quote(keyword)} has no block: expected ';'");
            }
        }
        else if (EndsInBlock(shape) && !_isBroken)
        {
            AddMissing(_tokens[_count - 1], $"expected '{{' after {Quote(keyword.Start, _tokens[_count - 1].End)}");
        }

        return _count;
    }

    /// <summary>Where the next statement starts, if it starts within the tokens; it then stands on a new line.</summary>
    private int JudgePrelude(int at, AtRuleShape shape) => shape switch
    {
        AtRuleShape.Condition or AtRuleShape.MediaQuery or AtRuleShape.ContainerQuery => JudgeQuery(at + 1, shape),
        AtRuleShape.BareDeclarations => at + 1 < _count ? Unexpected(at + 1) : _count,
        AtRuleShape.Keyframes => JudgeKeyframesName(at + 1),
        AtRuleShape.Charset or AtRuleShape.Import => JudgeImport(at + 1, shape),
        AtRuleShape.Statement or AtRuleShape.Layer or AtRuleShape.Declarations or AtRuleShape.Rules => StatementWithin(at + 1),
        AtRuleShape.Unknown or AtRuleShape.Mixed => _count,
        _ => JudgeSassRule(at, shape),
    };

    private void SetBlock(AtRuleShape shape)
    {
        _blockKind = BlockOf(shape);
        _isIfBlock = shape is AtRuleShape.If or AtRuleShape.Else;
        _blockContext = shape switch
        {
            AtRuleShape.Mixin => SassContext.Mixin,
            AtRuleShape.Function => SassContext.Function,
            AtRuleShape.If or AtRuleShape.Else or AtRuleShape.Each or AtRuleShape.For or AtRuleShape.While => SassContext.Control,
            _ => SassContext.None,
        };
    }

    private readonly StyleBlockKind BlockOf(AtRuleShape shape) => shape switch
    {
        AtRuleShape.Condition or AtRuleShape.MediaQuery or AtRuleShape.ContainerQuery or AtRuleShape.Layer or AtRuleShape.Rules
            or AtRuleShape.If or AtRuleShape.Else or AtRuleShape.Each or AtRuleShape.For or AtRuleShape.While =>
            Kind is StyleBlockKind.Root or StyleBlockKind.Rules ? StyleBlockKind.Rules : StyleBlockKind.Mixed,
        AtRuleShape.Declarations or AtRuleShape.BareDeclarations => StyleBlockKind.Declarations,
        AtRuleShape.Keyframes => StyleBlockKind.Keyframes,
        _ => StyleBlockKind.Mixed,
    };

    private static bool EndsInBlock(AtRuleShape shape) => shape is AtRuleShape.Condition or AtRuleShape.MediaQuery or AtRuleShape.ContainerQuery
        or AtRuleShape.Rules or AtRuleShape.Declarations or AtRuleShape.BareDeclarations or AtRuleShape.Keyframes or AtRuleShape.Mixin or AtRuleShape.Function
        or AtRuleShape.If or AtRuleShape.Else or AtRuleShape.While or AtRuleShape.Each or AtRuleShape.For or AtRuleShape.AtRoot;

    private static bool IsStatement(AtRuleShape shape) =>
        shape is AtRuleShape.Statement or AtRuleShape.Charset or AtRuleShape.Import or AtRuleShape.Module or AtRuleShape.Expression or AtRuleShape.Extend;

    private int MissOpener(int at, int next, AtRuleShape shape)
    {
        AddMissing(_tokens[next - 1], $"expected '{{' after {Quote(_tokens[at].Start, _tokens[next - 1].End)}");
        OpenBlock(BlockOf(shape), _tokens[at].Start, isAssumed: true, isIf: _isIfBlock);
        (_blockKind, _isIfBlock, _blockContext) = (StyleBlockKind.Style, false, SassContext.None);
        return next;
    }

    private int MissSemicolon(int at, int next)
    {
        AddMissing(_tokens[next - 1], $"expected ';' after {Quote(_tokens[at].Start, _tokens[next - 1].End)}");
        (_blockKind, _isIfBlock, _blockContext) = (StyleBlockKind.Style, false, SassContext.None);
        return next;
    }

    /// <summary>A token that does not belong here: on a new line it starts the next statement, else it is a mistake of its own.</summary>
    private int Unexpected(int at, string? expected = null)
    {
        if (_tokens[at].IsFirstOnLine)
        {
            return at;
        }

        Add(FindingCodes.UnexpectedToken, _tokens[at], $"unexpected {Quote(_tokens[at])}{(expected is null ? string.Empty : $": expected {expected}")}");
        _isBroken = true;
        return _count;
    }

    /// <summary>Another statement within one that may hold nearly anything: an at-rule, or a name and a colon on a line of their own.</summary>
    private readonly int StatementWithin(int from)
    {
        for (var i = from; i < _count; i++)
        {
            if (_tokens[i].IsFirstOnLine && _tokens[i - 1].Kind != StyleTokenKind.Comma && (_tokens[i].Kind == StyleTokenKind.AtKeyword || IsDeclarationStart(i) || IsVariable(i) || (IsSelectorMark(i) && _tokens[from - 1].Kind == StyleTokenKind.AtKeyword)))
            {
                return i;
            }

            i = Math.Max(i, _tokens[i].Partner);
        }

        return _count;
    }

    /// <summary>A token that starts most rules, and nothing else.</summary>
    private readonly bool IsSelectorMark(int at) => _tokens[at].Kind == StyleTokenKind.Hash || _tokens[at].Is('.') || _tokens[at].Is('&');

    private int JudgeImport(int at, AtRuleShape shape)
    {
        var what = shape == AtRuleShape.Charset ? "an encoding in quotes" : "an address in quotes or in 'url( )'";
        if (at == _count)
        {
            AddMissing(_tokens[at - 1], $"expected {what}");
            _isBroken = true;
            return _count;
        }

        var isFine = _tokens[at].Kind == StyleTokenKind.String || _tokens[at].IsInterpolated
            || (shape == AtRuleShape.Import && _tokens[at].Kind is StyleTokenKind.Url or StyleTokenKind.Function);
        if (!isFine)
        {
            return Unexpected(at, what);
        }

        if (_isSass && shape == AtRuleShape.Import && MisplacedCondition(at + 1) is > 0 and var misplaced)
        {
            return Unexpected(misplaced, "';'");
        }

        return _end.Kind == StyleTokenKind.OpenBrace && FirstOnNewLine(at + 1) is > 0 and var rule ? rule : StatementWithin(at + 1);
    }

    /// <summary>
    /// Index of what follows the address of an import too late; -1 where nothing does. Functions come first, then media queries with commas
    /// between them: https://sass-lang.com/documentation/at-rules/import/#plain-css-imports.
    /// </summary>
    private readonly int MisplacedCondition(int from)
    {
        for (var i = from; i < _count && !_tokens[i].IsInterpolated && !_tokens[i].IsFirstOnLine; i++)
        {
            var (token, before) = (_tokens[i], _tokens[i - 1]);
            var isWord = token.Kind == StyleTokenKind.Ident && !IsWord(TextOf(token), "and", "or", "not");
            if ((isWord || token.Kind == StyleTokenKind.Function) && before.Kind == StyleTokenKind.Close && _tokens[before.Partner].Kind == StyleTokenKind.Open)
            {
                return i;
            }

            if (before.Kind == StyleTokenKind.Comma && i - 2 >= from && _tokens[i - 2].Kind == StyleTokenKind.Ident && (token.Kind == StyleTokenKind.String || (token.Kind == StyleTokenKind.Function && !IsFunctionAt(i, "url"))))
            {
                return i;
            }

            i = Math.Max(i, token.Partner);
        }

        return -1;
    }

    private int JudgeKeyframesName(int at)
    {
        if (at == _count)
        {
            Add(FindingCodes.MissingToken, _tokens[at - 1], "expected a name for the animation");
            _isBroken = true;
            return _count;
        }

        if (_tokens[at].Kind is not (StyleTokenKind.Ident or StyleTokenKind.String or StyleTokenKind.Variable))
        {
            return Unexpected(at, "a name for the animation");
        }

        return at + 1 < _count && !_isSass ? Unexpected(at + 1, "'{'") : StatementWithin(at + 1);
    }
}
