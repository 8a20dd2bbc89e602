namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>Cuts C and C++ into the tokens of translation phase 3 (C23 5.1.1.2, C++ [lex.phases]), the signs one character each.</summary>
/// <remarks>Never fails: a string that is not closed ends with its line, a comment with the text.</remarks>
internal ref struct CLexer(ReadOnlySpan<char> units)
{
    private const string Prefixes = " L u U u8 R LR uR UR u8R ";

    private readonly ReadOnlySpan<char> _units = units;
    private readonly List<CToken> _tokens = new(units.Length / 5);
    private int _at;

    public static List<CToken> Run(ReadOnlySpan<char> units)
    {
        var lexer = new CLexer(units);
        lexer.Run();
        return lexer._tokens;
    }

    private readonly char Peek(int ahead = 0) => _at + ahead < _units.Length ? _units[_at + ahead] : '\0';

    private void Run()
    {
        var isFirstOnLine = true;
        while (_at < _units.Length)
        {
            var unit = _units[_at];
            switch (unit)
            {
                case '\n' or '\r':
                    isFirstOnLine = true;
                    _at++;
                    continue;
                case ' ' or '\t' or '\f' or '\v' or '\\':
                    _at++;
                    continue;
                case '/' when Peek(1) is '/' or '*':
                    SkipComment();
                    continue;
                case '#' when isFirstOnLine:
                    Add(CTokenKind.Directive, EndOfDirective());
                    continue;
            }

            isFirstOnLine = false;
            if (unit is '"' or '\'')
            {
                Add(CTokenKind.Quoted, EndOfQuoted(_at));
            }
            else if (char.IsAsciiDigit(unit) || (unit == '.' && char.IsAsciiDigit(Peek(1))))
            {
                Add(CTokenKind.Number, EndOfNumber());
            }
            else if (IsWord(unit))
            {
                AddWord();
            }
            else
            {
                Add(CTokenKind.Sign, _at + 1);
            }
        }
    }

    private void Add(CTokenKind kind, int end)
    {
        _tokens.Add(new CToken(kind, _at, end));
        _at = end;
    }

    private void AddWord()
    {
        var end = _at + 1;
        while (end < _units.Length && IsWord(_units[end]))
        {
            end++;
        }

        var word = _units[_at..end];
        if (end < _units.Length && _units[end] is '"' or '\'' && word.Length <= 3 && Prefixes.AsSpan().Contains($" {word} ", StringComparison.Ordinal))
        {
            Add(CTokenKind.Quoted, word[^1] == 'R' && _units[end] == '"' ? EndOfRaw(end) : EndOfQuoted(end));
        }
        else
        {
            Add(CTokenKind.Word, end);
        }
    }

    private void SkipComment()
    {
        if (Peek(1) == '/')
        {
            _at = EndOfLine(_at);
            return;
        }

        var close = _units[(_at + 2)..].IndexOf("*/");
        _at = close < 0 ? _units.Length : _at + close + 4;
    }

    /// <summary>A comment within a directive may go over lines, and so does what a backslash joins.</summary>
    private readonly int EndOfDirective()
    {
        var at = _at;
        while (at < _units.Length && _units[at] is not ('\n' or '\r'))
        {
            if (_units[at] == '/' && at + 1 < _units.Length && _units[at + 1] == '*')
            {
                var close = _units[(at + 2)..].IndexOf("*/");
                at = close < 0 ? _units.Length : at + close + 4;
            }
            else if (_units[at] == '/' && at + 1 < _units.Length && _units[at + 1] == '/')
            {
                at = EndOfLine(at);
            }
            else
            {
                at = _units[at] == '\\' ? AfterLineBreak(at + 1) : at + 1;
            }
        }

        return Math.Min(at, _units.Length);
    }

    /// <summary>The end of a line with those that a backslash joins to it.</summary>
    private readonly int EndOfLine(int at)
    {
        while (at < _units.Length && _units[at] is not ('\n' or '\r'))
        {
            at = _units[at] == '\\' ? AfterLineBreak(at + 1) : at + 1;
        }

        return at;
    }

    private readonly int AfterLineBreak(int at)
    {
        at += at < _units.Length && _units[at] == '\r' ? 1 : 0;
        return at < _units.Length && _units[at] == '\n' ? at + 1 : at;
    }

    private readonly int EndOfQuoted(int quote)
    {
        var at = quote + 1;
        while (at < _units.Length && _units[at] != _units[quote])
        {
            if (_units[at] is '\n' or '\r')
            {
                return at;
            }

            at = _units[at] != '\\' ? at + 1 : AfterLineBreak(at + 1) is var joined && joined > at + 1 ? joined : at + 2;
        }

        return Math.Min(at + 1, _units.Length);
    }

    private readonly int EndOfRaw(int quote)
    {
        var open = _units[quote..].IndexOf('(');
        if (open is < 0 or > 17)
        {
            return EndOfQuoted(quote);
        }

        var close = _units[(quote + open)..].IndexOf($"){_units.Slice(quote + 1, open - 1)}\"");
        return close < 0 ? _units.Length : quote + open + close + open + 1;
    }

    private readonly int EndOfNumber()
    {
        var at = _at + 1;
        while (at < _units.Length)
        {
            var isDivided = _units[at] == '\'' && at + 1 < _units.Length && char.IsAsciiLetterOrDigit(_units[at + 1]);
            var isExponent = _units[at] is '+' or '-' && _units[at - 1] is 'e' or 'E' or 'p' or 'P' && !_units[_at..at].StartsWith("0x", StringComparison.OrdinalIgnoreCase);
            if (!isDivided && !isExponent && _units[at] != '.' && !IsWord(_units[at]))
            {
                break;
            }

            at++;
        }

        return at;
    }

    private static bool IsWord(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '$' || (unit > '\x7F' && char.IsLetterOrDigit(unit));
}
