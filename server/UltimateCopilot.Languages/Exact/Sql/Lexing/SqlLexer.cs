namespace UltimateCopilot.Languages.Exact.Sql.Lexing;

/// <summary>Cuts a script into tokens. Text that only the client reads, such as psql's commands and the data of COPY, is left out.</summary>
internal ref partial struct SqlLexer
{
    private const int FarthestSearch = 500;

    private readonly ReadOnlySpan<char> _text;
    private readonly SqlTraits _traits;
    private readonly SqlVocabulary _vocabulary;
    private readonly SqlTokens _tokens;
    private readonly ushort _copy;
    private readonly ushort _from;
    private readonly ushort _stdin;
    private int _at;

    /// <summary>Whether nothing but blanks stands before <see cref="_at"/> on its line.</summary>
    private bool _isLineStart = true;

    /// <summary>What DELIMITER has named in place of the semicolon; empty for none.</summary>
    private ReadOnlySpan<char> _delimiter = [];

    /// <summary>Whether no data of COPY ends behind here.</summary>
    private bool _hasNoMoreData;

    /// <summary>How much of <c>COPY ... FROM stdin</c> the statement has so far.</summary>
    private CopyState _copyState;

    private SqlLexer(ReadOnlySpan<char> text, SqlTraits traits, SqlVocabulary vocabulary, SqlTokens tokens, int start)
    {
        _text = text;
        _traits = traits;
        _vocabulary = vocabulary;
        _tokens = tokens;
        _at = start;
        _copy = vocabulary.KindOf("COPY");
        _from = vocabulary.KindOf("FROM");
        _stdin = vocabulary.KindOf("STDIN");
    }

    private enum CopyState
    {
        StatementStart,
        None,
        Copy,
        From,
        Stdin,
    }

    /// <summary>Adds the tokens of <paramref name="text"/> from <paramref name="start"/> on to <paramref name="tokens"/>.</summary>
    public static void Read(ReadOnlySpan<char> text, int start, SqlTraits traits, SqlVocabulary vocabulary, SqlTokens tokens, CancellationToken cancellation)
    {
        var lexer = new SqlLexer(text, traits, vocabulary, tokens, start);
        lexer.Run(cancellation);
        tokens.Finish(text.Length);
    }

    private void Run(CancellationToken cancellation)
    {
        if (_at == 0 && _text.StartsWith("\uFEFF"))
        {
            _at = 1;
        }

        for (var turns = 1; SkipBlanks(); turns++)
        {
            if (!SkipComment() && !SkipClientLine())
            {
                _isLineStart = false;
                ReadToken();
            }

            if ((turns & 0x3FFF) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>What stands here, up to where anything but a string or a comment has long ended: searches in it cost little, also where they fail.</summary>
    private readonly ReadOnlySpan<char> Near() => _text.Slice(_at, Math.Min(_text.Length - _at, FarthestSearch));

    private readonly char Peek(int ahead) => _at + ahead < _text.Length ? _text[_at + ahead] : '\0';

    /// <summary>Moves to the next unit that is no blank; false at the end.</summary>
    private bool SkipBlanks()
    {
        for (; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '\n' or '\r':
                    _isLineStart = true;
                    break;
                case ' ' or '\t' or '\f' or '\v':
                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    private bool SkipComment()
    {
        var unit = _text[_at];
        if (unit == '-' && Peek(1) == '-')
        {
            SkipLine();
            return true;
        }

        if (unit == '#' && _traits.HashComments)
        {
            SkipLine();
            return true;
        }

        if (unit == '-' && _traits.IsOracle && Near()[1..].TrimStart(" \t") is [] or ['\r' or '\n', ..])
        {
            _at++; // goes on in the next line
            return true;
        }

        if (unit != '/' || Peek(1) != '*')
        {
            return false;
        }

        var start = _at;
        var depth = 1;
        for (_at += 2; depth > 0;)
        {
            var next = _text[_at..].IndexOfAny('*', '/');
            if (next < 0 || _at + next + 1 >= _text.Length)
            {
                _at = _text.Length;
                _tokens.Add(SqlKind.UnclosedComment, start, _at);
                return true;
            }

            _at += next;
            if (_text[_at] == '*' && _text[_at + 1] == '/')
            {
                depth--;
                _at += 2;
            }
            else if (_text[_at] == '/' && _text[_at + 1] == '*' && _traits.NestedComments)
            {
                depth++;
                _at += 2;
            }
            else
            {
                _at++;
            }
        }

        return true;
    }

    private void SkipLine()
    {
        var end = _text[_at..].IndexOfAny('\r', '\n');
        _at = end < 0 ? _text.Length : _at + end;
    }

    private void ReadToken()
    {
        var unit = _text[_at];
        if (!_delimiter.IsEmpty && _text[_at..].StartsWith(_delimiter))
        {
            Add(SqlKind.Terminator, _delimiter.Length);
            return;
        }

        if (IsNameStart(unit))
        {
            ReadWord();
            return;
        }

        switch (unit)
        {
            case '\'':
                ReadString(escapes: _traits.Backslashes);
                break;
            case '"':
                ReadName('"', _traits.DoubleQuotedStrings ? SqlKind.DoubleQuoted : SqlKind.QuotedName, escapes: _traits.Backslashes);
                break;
            case '`' when _traits.Backticks && IsNameOnLine('`'):
                ReadName('`', SqlKind.QuotedName, escapes: false);
                break;
            case '`' when _traits.Backslashes:
                Add(SqlKind.UnclosedName, Line().Length);
                break;
            case '[' when _traits.Brackets && IsNameOnLine(']'):
                ReadName(']', SqlKind.QuotedName, escapes: false);
                break;
            case '[' when _traits.Brackets:
                Add(SqlKind.UnclosedName, Line().Length);
                break;
            case >= '0' and <= '9':
            case '.' when char.IsAsciiDigit(Peek(1)):
                ReadNumber();
                break;
            case '$':
                ReadDollar();
                break;
            case '{':
                ReadTemplate();
                break;
            case ';':
                AddSemicolon();
                break;
            case '(':
                Add(SqlKind.OpenParen, 1);
                break;
            case ')':
                Add(SqlKind.CloseParen, 1);
                break;
            case ',':
                Add(SqlKind.Comma, 1);
                break;
            case '[':
                Add(SqlKind.OpenBracket, 1);
                break;
            case ']':
                Add(SqlKind.CloseBracket, 1);
                break;
            default:
                ReadOperator();
                break;
        }
    }

    private void ReadWord()
    {
        var end = _at + 1;
        while (end < _text.Length && IsNamePart(_text[end]) && (_delimiter.IsEmpty || !_text[end..].StartsWith(_delimiter)))
        {
            end++;
        }

        if (end - _at <= 2 && end < _text.Length && _text[end] is '\'' or '&' && ReadPrefixedString(end))
        {
            return;
        }

        var kind = _vocabulary.Find(_text[_at..end]);
        NoteCopy(kind);
        Add(kind, end - _at);
    }

    private readonly bool IsNameStart(char unit) =>
        char.IsAsciiLetter(unit) || unit == '_' || (unit >= 0x80 && !IsDeceptive(unit)) || (unit == '#' && _traits.HashNames && IsNamePart(Peek(1)));

    private readonly bool IsNamePart(char unit) =>
        char.IsAsciiLetterOrDigit(unit) || unit is '_' or '$' || (unit >= 0x80 && !IsDeceptive(unit)) || (unit is '#' or '@' && _traits.HashNames);

    /// <summary>What servers take for a letter and people for a quote, a dash or a blank.</summary>
    private static bool IsDeceptive(char unit) => unit is '\u00A0' or '\u2007' or '\u202F' or '\uFEFF' or (>= '\u2010' and <= '\u201F') or (>= '\u200B' and <= '\u200D') or '\u2060' or '\u2212';

    private void Add(ushort kind, int length)
    {
        _tokens.Add(kind, _at, _at + length);
        _at += length;
    }
}
