using System.Buffers;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>Collects the tokens of a statement, and pairs the brackets within.</summary>
internal ref partial struct StyleReader
{
    /// <summary>Further in, nothing is looked for.</summary>
    private const int WidestIndent = 400;

    private void ReadTokens(StyleToken token)
    {
        _count = 0;
        _isBroken = false;
        _open.Clear();
        _openScripts = 0;
        _lastColon = -1;
        _stray = -1;
        while (true)
        {
            switch (token.Kind)
            {
                case StyleTokenKind.End:
                case StyleTokenKind.Semicolon when !TakesSemicolon():
                case StyleTokenKind.OpenBrace when !TakesBlock():
                case StyleTokenKind.CloseBrace when (_open.Count == 0 || _tokens[_open[^1]].Kind != StyleTokenKind.OpenBrace) && !IsOfInterpolation(token):
                    _end = token;
                    if (_open.Count > 0)
                    {
                        AddUnclosedBracket();
                    }

                    _lastEnd = _count > 0 ? _tokens[_count - 1].End : _lastEnd;
                    return;
                case StyleTokenKind.Open or StyleTokenKind.Function or StyleTokenKind.OpenBrace:
                    _open.Add(_count);
                    _openScripts += IsFunction(token, "expression") ? 1 : 0;
                    break;
                case StyleTokenKind.Colon:
                    _lastColon = _count;
                    break;
                case StyleTokenKind.CloseBrace when _open.Count == 0 || _tokens[_open[^1]].Kind != StyleTokenKind.OpenBrace:
                    token = _scanner.Next(); // said already
                    continue;
                case StyleTokenKind.Close or StyleTokenKind.CloseBrace:
                    Pair(ref token);
                    break;
                case StyleTokenKind.UnclosedString or StyleTokenKind.UnclosedUrl or StyleTokenKind.MalformedUrl:
                case StyleTokenKind.UnclosedInterpolation or StyleTokenKind.UnevenInterpolation:
                    AddUnclosedToken(ref token);
                    break;
                default:
                    break;
            }

            Append(token);
            token = _scanner.Next();
        }
    }

    private void Append(in StyleToken token)
    {
        if (_count == _tokens.Length)
        {
            var larger = ArrayPool<StyleToken>.Shared.Rent(_count * 2);
            _tokens.CopyTo(larger, 0);
            ArrayPool<StyleToken>.Shared.Return(_tokens);
            _tokens = larger;
        }

        _tokens[_count] = token;
        _tokens[_count].LineFirst = token.IsFirstOnLine || _count == 0 ? _count : _tokens[_count - 1].LineFirst;
        _count++;
    }

    /// <summary>CSS's 'if(condition: value; else: value)', and scripts in old style sheets.</summary>
    private readonly bool TakesSemicolon()
    {
        if (_open.Count == 0)
        {
            return false;
        }

        var innermost = _tokens[_open[^1]];
        return innermost.Kind == StyleTokenKind.OpenBrace || _openScripts > 0 || (IsFunction(innermost, "if") && _lastColon > _open[^1]);
    }

    /// <summary>Sass: whether a '}' belongs to an interpolation that lacks its '{' or has a '}' too many; says so.</summary>
    private bool IsOfInterpolation(in StyleToken closer)
    {
        if (!_isSass || closer.IsSpaced || _count == 0)
        {
            return false;
        }

        if (_count > 1 && _tokens[_count - 1].Kind == StyleTokenKind.Variable && _tokens[_count - 2].Is('#') && !_tokens[_count - 1].IsSpaced)
        {
            AddIfSound(FindingCodes.MissingToken, _tokens[_count - 2].Start, _tokens[_count - 2].End, "expected '{' after '#'");
            return true;
        }

        if (_repair.Unmatched > _unmatched && _tokens[_count - 1].IsInterpolated && _text[closer.Start - 1] == '}')
        {
            AddIfSound(FindingCodes.UnmatchedBracket, closer.Start, closer.End, "'}' closes nothing: the interpolation before it is closed");
            _unmatched++;
            return true;
        }

        return false;
    }

    /// <summary>The value of a custom property may be a block; scripts in old style sheets have blocks, too.</summary>
    private readonly bool TakesBlock()
    {
        if (_open.Count > 0)
        {
            return _tokens[_open[^1]].Kind == StyleTokenKind.OpenBrace || _openScripts > 0 || IsCustomProperty(0);
        }

        return _count == 2 && IsCustomProperty(0);
    }

    private readonly bool IsFunction(in StyleToken token, string name) =>
        token.Kind == StyleTokenKind.Function && token.End - token.Start == name.Length + 1 && _text[token.Start..(token.End - 1)].Equals(name, StringComparison.OrdinalIgnoreCase);

    private readonly bool IsCustomProperty(int at) =>
        at + 1 < _count && _tokens[at].Kind == StyleTokenKind.Ident && _tokens[at + 1].Kind == StyleTokenKind.Colon && TextOf(_tokens[at]).StartsWith("--");

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

    private void AddUnclosedToken(ref StyleToken token)
    {
        switch (token.Kind)
        {
            case StyleTokenKind.UnclosedString:
                EndString(ref token);
                AddIfSound(FindingCodes.UnclosedString, token.Start, token.End, $"this string is never closed: expected {(token.Unit == '"' ? "'\"'" : "\"'\"")}");
                break;
            case StyleTokenKind.UnclosedUrl:
                AddIfSound(FindingCodes.UnclosedBracket, token.Start, token.End, "'url(' is never closed: expected ')'");
                break;
            case StyleTokenKind.MalformedUrl:
                AddIfSound(FindingCodes.UnexpectedToken, token.Start, token.End, "an address with blanks, quotes or brackets must stand in quotes");
                break;
            case StyleTokenKind.UnevenInterpolation:
                AddIfSound(FindingCodes.MismatchedBracket, token.Start, token.End, "the brackets within '#{ }' do not pair");
                break;
            default:
                AddIfSound(FindingCodes.UnclosedBracket, token.Start, token.End, "'#{' is never closed: expected '}'");
                break;
        }

        _openScripts = 0;
        _open.Clear(); // their partners may lie in what was passed over
    }

    /// <summary>Gives back what ends the statement at the end of the line, which a string without its quote has swallowed.</summary>
    private void EndString(ref StyleToken token)
    {
        var content = _text[token.Start..token.End].TrimEnd();
        if (content.Length > 1 && content[^1] is ';' or '{' or '}')
        {
            token.End = token.Start + content.Length - 1;
            _scanner.GoBack(token.End);
        }
    }

    private readonly RelatedPlace OpenedHere(int opener) =>
        new(new TextSpan(_tokens[opener].End - 1, _tokens[opener].End), $"'{_text[_tokens[opener].End - 1]}' opened here");

    private void AddIfSound(string code, int start, int end, string message, RelatedPlace? related = null)
    {
        if (!_isBroken)
        {
            Add(code, start, end, message, related);
        }

        _isBroken = true;
    }

    private static char Closer(char opener) => opener switch { '(' => ')', '[' => ']', _ => '}' };
}
