namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>
/// Cuts a style sheet into tokens as CSS Syntax 3 (https://www.w3.org/TR/css-syntax-3/#tokenization) says, in Sass also with variables,
/// comments to the end of the line, and interpolation wherever a name may stand.
/// </summary>
internal ref partial struct StyleScanner(ReadOnlySpan<char> text, bool isSass)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _isSass = isSass;
    private int _at;

    /// <summary>Where the next token is looked for.</summary>
    public readonly int Position => _at;

    /// <summary>Where the line of the last token starts; -1 right after going back.</summary>
    public int LineStart { get; private set; }

    /// <summary>Where a comment starts that does not end; -1 where all do.</summary>
    public int UnclosedComment { get; private set; } = -1;

    /// <summary>Goes back to an end of a token.</summary>
    public void GoBack(int position)
    {
        _at = position;
        LineStart = -1;
    }

    public StyleToken Next()
    {
        var before = _at;
        var line = LineStart;
        SkipBlanks();
        var token = new StyleToken
        {
            Start = _at,
            IsSpaced = _at > before,
            IsFirstOnLine = LineStart != line || before == 0,
            Unit = _at < _text.Length ? _text[_at] : '\0',
        };
        token.Kind = _at < _text.Length ? Scan(ref token) : StyleTokenKind.End;
        token.End = _at;
        return token;
    }

    private readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    private StyleTokenKind Scan(ref StyleToken token)
    {
        var unit = token.Unit;
        switch (unit)
        {
            case '"' or '\'':
                return ScanString(unit);
            case ':':
                return Take(StyleTokenKind.Colon);
            case ';':
                return Take(StyleTokenKind.Semicolon);
            case ',':
                return Take(StyleTokenKind.Comma);
            case '(' or '[':
                return Take(StyleTokenKind.Open);
            case ')' or ']':
                return Take(StyleTokenKind.Close);
            case '{':
                return Take(StyleTokenKind.OpenBrace);
            case '}':
                return Take(StyleTokenKind.CloseBrace);
            case '#' when !IsInterpolationAt(_at):
                _at++;
                return IsNameAt(_at) || IsInterpolationAt(_at) ? ScanName(ref token, StyleTokenKind.Hash) : StyleTokenKind.Delimiter;
            case '@':
                _at++;
                return IsNameStartAt(_at) ? ScanName(ref token, StyleTokenKind.AtKeyword) : StyleTokenKind.Delimiter;
            case '$' when _isSass:
                _at++;
                return IsNameStartAt(_at) ? ScanName(ref token, StyleTokenKind.Variable) : StyleTokenKind.Delimiter;
            case '<' when StartsWith("<!--"):
                _at += "<!--".Length;
                return StyleTokenKind.PageComment;
            case '-' when StartsWith("-->"):
                _at += "-->".Length;
                return StyleTokenKind.PageComment;
            case >= '0' and <= '9':
                return ScanNumber();
            case '+' or '-' or '.' when IsNumberAt(_at):
                return ScanNumber();
            default:
                return IsNameStartAt(_at) ? ScanWord(ref token) : Take(StyleTokenKind.Delimiter);
        }
    }

    private StyleTokenKind Take(StyleTokenKind kind)
    {
        _at++;
        return kind;
    }

    private readonly bool StartsWith(string part) => _text[_at..].StartsWith(part);

    /// <summary>Goes behind blanks and comments.</summary>
    private void SkipBlanks()
    {
        for (; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case ' ' or '\t':
                    break;
                case '\n' or '\r' or '\f':
                    LineStart = _at + 1;
                    break;
                case '/' when Peek(1) == '*':
                    SkipComment();
                    break;
                case '/' when _isSass && Peek(1) == '/':
                    SkipLine();
                    _at--;
                    break;
                case '\uFEFF' when _at == 0:
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>Goes behind the lines between '---' and '---' at the start, which generators of sites put there and take away.</summary>
    public void SkipFrontMatter()
    {
        if (_text.StartsWith("---\n") || _text.StartsWith("---\r\n"))
        {
            var end = _text[3..].IndexOf("\n---");
            _at = end < 0 ? 0 : 3 + end + "\n---".Length;
        }
    }

    /// <summary>Goes to the line break.</summary>
    public void SkipLine()
    {
        var rest = _text[_at..].IndexOfAny('\n', '\r', '\f');
        _at = rest < 0 ? _text.Length : _at + rest;
    }

    /// <summary>Goes to the last character of a comment.</summary>
    private void SkipComment()
    {
        var length = _text[(_at + 2)..].IndexOf("*/");
        if (length < 0)
        {
            UnclosedComment = _at;
            _at = _text.Length;
            return;
        }

        var end = _at + 2 + length + 1;
        var lastBreak = _text[_at..end].LastIndexOfAny('\n', '\r', '\f');
        LineStart = lastBreak < 0 ? LineStart : _at + lastBreak + 1;
        _at = end;
    }
}
