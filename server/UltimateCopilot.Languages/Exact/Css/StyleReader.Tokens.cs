using System.Buffers;
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
                case StyleTokenKind.UnclosedInterpolation or StyleTokenKind.UnevenInterpolation or StyleTokenKind.EmptyInterpolation:
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

        // On a later line it is more likely that ';' is missing before a rule.
        return _count >= 2 && _tokens[_count - 1].LineFirst == 0 && IsCustomProperty(0);
    }

    private readonly bool IsFunction(in StyleToken token, string name) =>
        token.Kind == StyleTokenKind.Function && token.End - token.Start == name.Length + 1 && _text[token.Start..(token.End - 1)].Equals(name, StringComparison.OrdinalIgnoreCase);

    private readonly bool IsCustomProperty(int at) =>
        at + 1 < _count && _tokens[at].Kind == StyleTokenKind.Ident && _tokens[at + 1].Kind == StyleTokenKind.Colon && TextOf(_tokens[at]).StartsWith("--");

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
            case StyleTokenKind.EmptyInterpolation:
                AddIfSound(FindingCodes.UnexpectedToken, token.Start, token.End, "expected an expression within '#{ }'");
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
