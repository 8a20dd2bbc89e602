using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Brackets within a statement: pairs them, and tells by the layout which one is missing or too many.</summary>
internal ref partial struct StyleReader
{
    private void Pair(ref StyleToken closer)
    {
        if (_open.Count == 0)
        {
            _stray = _stray < 0 ? _count : _stray;
            return;
        }

        var opener = _open[^1];
        var bracket = _text[_tokens[opener].End - 1];
        if (closer.Unit != Closer(bracket))
        {
            AddIfSound(
                FindingCodes.MismatchedBracket, closer.Start, closer.End,
                $"'{bracket}'{Wording.OpenedOnLine(_source, _tokens[opener].Start, closer.Start)} is closed by '{closer.Unit}': expected '{Closer(bracket)}'",
                OpenedHere(opener));
        }

        _open.RemoveAt(_open.Count - 1);
        _openScripts -= IsFunction(_tokens[opener], "expression") ? 1 : 0;
        _tokens[opener].Partner = _count;
        closer.Partner = opener;
    }

    /// <summary>Says so where a closing bracket that nothing opens comes behind a name that is followed at once by a value: 'map-get$map, key)'.</summary>
    private readonly bool AddMissingOpener()
    {
        for (var i = 1; _isSass && i < _stray; i++)
        {
            if (_tokens[i].Kind is StyleTokenKind.Variable or StyleTokenKind.String && !_tokens[i].IsSpaced && _tokens[i - 1].Kind == StyleTokenKind.Ident)
            {
                AddMissing(_tokens[i - 1], $"expected '(' after {Quote(_tokens[i - 1])}");
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A closing bracket that nothing opens. Where it stands below the line of an opener whose partner stands within a line, that partner
    /// is the one too many.
    /// </summary>
    private readonly void AddStray()
    {
        var stray = _stray;
        if (_tokens[stray].IsFirstOnLine)
        {
            var indent = IndentBefore(stray);
            for (var i = 0; i < stray; i++)
            {
                if (_tokens[i].IsOpener && _tokens[i + 1].IsFirstOnLine && !_tokens[_tokens[i].Partner].IsFirstOnLine && IndentBefore(_tokens[i].LineFirst) == indent)
                {
                    stray = _tokens[i].Partner;
                }
            }
        }

        Add(FindingCodes.UnmatchedBracket, _tokens[stray], $"'{_tokens[stray].Unit}' closes nothing: no bracket is open here");
    }

    /// <summary>Of several brackets that are open, the innermost; but where the layout says so, one that has been paired with an outer one's partner.</summary>
    private void AddUnclosedBracket()
    {
        var opener = _open[^1];
        for (var i = _open[0] + 1; i < _count; i++)
        {
            if (_tokens[i].Kind == StyleTokenKind.Close && _tokens[i].IsFirstOnLine && _tokens[i].Partner > _open[0] && IndentBefore(i) < IndentBefore(_tokens[_tokens[i].Partner].LineFirst))
            {
                opener = _tokens[i].Partner;
                break;
            }
        }

        if (StandsForBlock(opener))
        {
            Add(FindingCodes.MismatchedBracket, _tokens[opener].End - 1, _tokens[opener].End, $"'{_text[_tokens[opener].End - 1]}' stands where '{{' is expected");
            OpenBlock(StyleBlockKind.Mixed, _tokens[opener].End - 1, isAssumed: true);
            _scanner.GoBack(_tokens[opener].End);
            _count = opener;
            _isBroken = true;
            _end = new StyleToken { Kind = StyleTokenKind.Semicolon, Start = _tokens[opener].End, End = _tokens[opener].End };
            return;
        }

        if (IsDoubled(opener))
        {
            var doubled = _tokens[opener];
            AddIfSound(FindingCodes.UnclosedBracket, doubled.End - 1, doubled.End, $"this '{_text[doubled.End - 1]}' is never closed: it is one too many, or a '{Closer(_text[doubled.End - 1])}' is missing");
            return;
        }

        var last = EndOfBracket(opener);
        if (opener == _open[^1] && last < _count - 1 && StartsStatement(last + 1))
        {
            // What is indented no deeper than the opener's line is a statement of its own.
            _scanner.GoBack(_tokens[last].End);
            _count = last + 1;
            _end = new StyleToken { Kind = StyleTokenKind.Semicolon, Start = _tokens[last].End, End = _tokens[last].End };
        }

        var bracket = _text[_tokens[opener].End - 1];
        var at = _tokens[last].End;
        AddIfSound(
            FindingCodes.UnclosedBracket, at - 1, at,
            $"'{bracket}'{Wording.OpenedOnLine(_source, _tokens[opener].Start, at - 1)} is never closed: expected '{Closer(bracket)}' here", OpenedHere(opener));
    }

    /// <summary>Whether a bracket ends the line of a selector or an at-rule, and a statement starts the next one.</summary>
    private readonly bool StandsForBlock(int opener)
    {
        if (_isBroken || opener == 0 || opener + 1 >= _count || !_tokens[opener + 1].IsFirstOnLine || !StartsStatement(opener + 1))
        {
            return false;
        }

        for (var i = 0; i < opener; i++)
        {
            if (_tokens[i].Kind == StyleTokenKind.Colon && i + 1 < _count && _tokens[i + 1].IsSpaced)
            {
                return false; // a value
            }
        }

        return _tokens[opener].Unit == '[' || (_tokens[0].Kind != StyleTokenKind.AtKeyword && !IsVariable(0));
    }

    private readonly bool StartsStatement(int at) =>
        _tokens[at].Kind == StyleTokenKind.AtKeyword || IsDeclarationStart(at) || IsVariable(at) || IsSelectorMark(at);

    /// <summary>Whether a second bracket of its kind stands right before or behind it, in a statement of several lines.</summary>
    private readonly bool IsDoubled(int opener) => _tokens[_count - 1].LineFirst > opener && (IsPairOfOpeners(opener) || (opener > 0 && IsPairOfOpeners(opener - 1)));

    private readonly bool IsPairOfOpeners(int at) => at + 1 < _count && _tokens[at].IsOpener && _tokens[at + 1].Kind == StyleTokenKind.Open
        && !_tokens[at + 1].IsSpaced && _text[_tokens[at].End - 1] == _tokens[at + 1].Unit;

    /// <summary>The last token that is indented as the contents of a bracket are.</summary>
    private readonly int EndOfBracket(int opener)
    {
        var first = _tokens[opener].LineFirst;
        if (!_tokens[first].IsFirstOnLine)
        {
            return _count - 1;
        }

        var indent = IndentBefore(first);
        var next = opener + 1;
        while (next < _count && !(_tokens[next].IsFirstOnLine && IndentBefore(next) <= indent))
        {
            next++;
        }

        return next - 1;
    }

    private readonly int IndentBefore(int at)
    {
        var before = _text[Math.Max(_tokens[at].Start - WidestIndent, 0).._tokens[at].Start];
        return before.Length - 1 - before.LastIndexOfAnyExcept(' ', '\t');
    }
}
