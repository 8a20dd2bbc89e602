using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Declarations: a name, ':' and a value.</summary>
internal ref partial struct StyleReader
{
    /// <summary>Answers with where the next statement starts, if its own end is missing.</summary>
    private int JudgeDeclaration(int at)
    {
        var name = at;
        if (IsVariable(at))
        {
            name = _tokens[at].Kind == StyleTokenKind.Variable ? at : at + 2;
        }
        else if (_tokens[at].Is('*') && at + 1 < _count)
        {
            name = at + 1; // a declaration for old browsers alone
        }

        if (_tokens[name].Kind is not (StyleTokenKind.Ident or StyleTokenKind.Variable))
        {
            return JudgeNoDeclaration(at);
        }

        if ((_blocks[^1].Within & SassContext.Function) != 0 && _tokens[name].Kind == StyleTokenKind.Ident && IsDeclarationStart(name))
        {
            Add(FindingCodes.UnexpectedToken, _tokens[name], $"a function has no declarations, as {Quote(_tokens[name])} is one: was a variable meant, or '@return'?");
            return _count;
        }

        return name + 1 < _count && _tokens[name + 1].Kind == StyleTokenKind.Colon ? JudgeValue(at, name + 2) : JudgeWithoutColon(at, name);
    }

    /// <summary>What starts as no declaration does: a rule without its '{', or something foreign.</summary>
    private int JudgeNoDeclaration(int at)
    {
        if (LineWithDeclaration(at) is > 0 and var inner && _tokens[at].Kind is StyleTokenKind.Hash or StyleTokenKind.Delimiter or StyleTokenKind.Colon or StyleTokenKind.Open)
        {
            return AssumeBlock(at, inner);
        }

        var token = _tokens[at];
        if (_end.Kind == StyleTokenKind.End && at == _count - 1)
        {
            return _count; // that the text breaks off is said elsewhere
        }

        Add(FindingCodes.UnexpectedToken, token, token.Kind == StyleTokenKind.Colon
            ? "expected a property before ':'"
            : $"unexpected {Quote(token)}: expected a property, a nested rule or '}}'");
        return _count;
    }

    private int JudgeWithoutColon(int at, int name)
    {
        if (!(name + 1 < _count && _tokens[name + 1].Kind == StyleTokenKind.Comma) && LineWithDeclaration(name + 1) is > 0 and var inner)
        {
            if (IndentBefore(inner) > IndentBefore(at) && _tokens[at].IsFirstOnLine && _tokens[inner - 1].Kind != StyleTokenKind.Colon)
            {
                return AssumeBlock(at, inner);
            }

            AddWithoutColon(name, inner);
            return inner;
        }

        if (_end.Kind != StyleTokenKind.End || _blocks.Count == 1)
        {
            AddWithoutColon(name, _count); // within a block, what breaks off leaves that open
        }

        return _count;
    }

    private readonly void AddWithoutColon(int name, int end)
    {
        var word = _tokens[name];
        if (_isSass && word.Kind == StyleTokenKind.Ident && AtRules.TryFind(TextOf(word), isSass: true, out _))
        {
            Add(FindingCodes.MissingToken, word, $"expected '@' before {Quote(word)}");
        }
        else if (end == name + 1)
        {
            Add(FindingCodes.MissingToken, word, $"expected ':' and a value after {Quote(word)}");
        }
        else
        {
            AddMissing(word, $"expected ':' after {Quote(word)}");
        }
    }

    /// <summary>Where a later line starts with a name and a colon; -1 where none does.</summary>
    private readonly int LineWithDeclaration(int from)
    {
        for (var i = from; i < _count; i++)
        {
            if (_tokens[i].IsFirstOnLine && i > 0 && (IsDeclarationStart(i) || IsVariable(i)))
            {
                return i;
            }

            i = Math.Max(i, _tokens[i].Partner);
        }

        return -1;
    }

    private int AssumeBlock(int at, int inner)
    {
        AddMissing(_tokens[inner - 1], $"expected '{{' after {Quote(_tokens[at].Start, _tokens[inner - 1].End)}");
        OpenBlock(StyleBlockKind.Style, _tokens[at].Start, isAssumed: true);
        return inner;
    }
}
