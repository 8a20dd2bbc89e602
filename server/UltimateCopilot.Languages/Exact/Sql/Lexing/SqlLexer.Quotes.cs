namespace UltimateCopilot.Languages.Exact.Sql.Lexing;

// Strings and names in quotes.
internal ref partial struct SqlLexer
{
    /// <summary>A string that a letter leads in; false where the letters before the quote at <paramref name="quote"/> are a word of their own.</summary>
    private bool ReadPrefixedString(int quote)
    {
        var prefix = _text[_at..quote];
        var letter = (char)(prefix[0] & 0x5F);
        if (prefix.Length == 1 && _text[quote] == '&')
        {
            // U&'...' and U&"..."
            if (letter != 'U' || !_traits.IsPostgres || quote + 1 >= _text.Length || _text[quote + 1] is not ('\'' or '"'))
            {
                return false;
            }

            var start = _at;
            _at = quote + 1;
            ReadQuoted(_text[_at], _text[_at] == '"' ? SqlKind.QuotedName : SqlKind.String, escapes: false, start);
            ReadUnicodeEscape();
            return true;
        }

        if (_text[quote] != '\'')
        {
            return false;
        }

        var isOracleQuote = _traits.IsOracle && (prefix[^1] & 0x5F) == 'Q' && (prefix.Length == 1 || letter == 'N');
        if (isOracleQuote)
        {
            ReadOracleString(quote);
            return true;
        }

        if (prefix.Length > 1 || letter is not ('B' or 'X' or 'N' or 'E') || (letter == 'E' && !_traits.IsPostgres))
        {
            return false;
        }

        var from = _at;
        _at = quote;
        ReadQuoted('\'', SqlKind.String, escapes: letter == 'E' || _traits.Backslashes, from);
        return true;
    }

    /// <summary><c>UESCAPE '!'</c> behind U&amp;'...' belongs to it.</summary>
    private void ReadUnicodeEscape()
    {
        var rest = _text[_at..].TrimStart();
        if (!rest.StartsWith("UESCAPE", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        rest = rest["UESCAPE".Length..].TrimStart();
        if (rest.Length > 2 && rest[0] == '\'' && rest[2] == '\'')
        {
            _at = _text.Length - rest.Length + 3;
            _tokens.ExtendLast(_at);
        }
    }

    private void ReadString(bool escapes)
    {
        ReadQuoted('\'', SqlKind.String, escapes, _at);
        while (_traits.IsPostgres && _tokens.LastKind == SqlKind.String && FindContinuation() is >= 0 and var next)
        {
            _at = next;
            ReadQuoted('\'', SqlKind.String, escapes, _at);
            if (_tokens.LastKind == SqlKind.String)
            {
                _tokens.JoinLast();
            }
        }
    }

    /// <summary>Where a string on a later line goes on, which the standard makes one with this; -1 where none does.</summary>
    private readonly int FindContinuation()
    {
        var at = _at;
        var isNewLine = false;
        for (; at < _text.Length && _text[at] is ' ' or '\t' or '\r' or '\n'; at++)
        {
            isNewLine |= _text[at] is '\r' or '\n';
        }

        return isNewLine && at < _text.Length && _text[at] == '\'' ? at : -1;
    }

    private void ReadName(char close, ushort kind, bool escapes) => ReadQuoted(close, kind, escapes, _at);

    /// <summary>From the opening quote at the current place up to the closing one; a doubled one stands for itself.</summary>
    private void ReadQuoted(char close, ushort kind, bool escapes, int start)
    {
        for (var at = _at + 1; ; at++)
        {
            var next = escapes ? _text[at..].IndexOfAny(close, '\\') : _text[at..].IndexOf(close);
            if (next < 0 || (escapes && _text[at + next] == '\\' && at + next + 1 >= _text.Length))
            {
                _tokens.Add(kind == SqlKind.QuotedName ? SqlKind.UnclosedName : SqlKind.UnclosedString, start, _text.Length);
                _at = _text.Length;
                return;
            }

            at += next;
            if (_text[at] != close)
            {
                at++; // escaped
            }
            else if (at + 1 < _text.Length && _text[at + 1] == close)
            {
                at++;
            }
            else
            {
                _tokens.Add(kind, start, at + 1);
                _at = at + 1;
                return;
            }
        }
    }

    /// <summary><c>q'[it's]'</c>: up to the closing mark and a quote.</summary>
    private void ReadOracleString(int quote)
    {
        var start = _at;
        var open = quote + 1 < _text.Length ? _text[quote + 1] : '\0';
        var close = open switch { '[' => ']', '(' => ')', '{' => '}', '<' => '>', _ => open };
        var end = quote + 2 <= _text.Length ? _text[(quote + 2)..].IndexOf([close, '\'']) : -1;
        _at = end < 0 ? _text.Length : quote + 2 + end + 2;
        _tokens.Add(end < 0 ? SqlKind.UnclosedString : SqlKind.String, start, _at);
    }

    /// <summary>Whether the quote at the current place has its partner on the same line, with something in between.</summary>
    private readonly bool IsNameOnLine(char close)
    {
        var rest = Near()[1..];
        var end = rest.IndexOfAny(close, '\r', '\n');
        return (end > 0 && rest[end] == close) || (end == 0 && rest.Length > 1 && rest[0] == close && rest[1] == close);
    }

    /// <summary>Of code that PL/SQL compiles on conditions the first branch is read: <c>$IF ... $THEN</c> and <c>$ELSE ... $END</c> are left out.</summary>
    private bool SkipConditional()
    {
        var rest = _text[_at..];
        if (StartsWithWord(rest, "$END"))
        {
            _at += "$END".Length;
            return true;
        }

        var isIf = StartsWithWord(rest, "$IF");
        if (!isIf && !StartsWithWord(rest, "$ELSE") && !StartsWithWord(rest, "$ELSIF") && !StartsWithWord(rest, "$ERROR"))
        {
            return false;
        }

        var last = isIf ? "$THEN" : "$END";
        var end = rest.IndexOf(last, StringComparison.OrdinalIgnoreCase);
        _at = end < 0 ? _text.Length : _at + end + last.Length;
        return true;
    }

    private readonly bool StartsWithWord(ReadOnlySpan<char> rest, string word) =>
        rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (rest.Length == word.Length || !IsNamePart(rest[word.Length]));

    /// <summary>A string in dollar signs, a numbered parameter, or a place in a template.</summary>
    private void ReadDollar()
    {
        if (char.IsAsciiDigit(Peek(1)) && _traits.IsTSql && !_traits.IsPostgres)
        {
            var start = _at++;
            ReadNumber(); // money
            _tokens.StretchLast(start);
            return;
        }

        if (Peek(1) is '{' or '(')
        {
            var close = Near().IndexOfAny(Peek(1) == '{' ? '}' : ')', '\n');
            if (close > 0 && _text[_at + close] != '\n')
            {
                Add(SqlKind.Parameter, close + 1);
                return;
            }
        }

        if (_traits.IsOracle && SkipConditional())
        {
            return;
        }

        var end = _at + (_traits.IsOracle && Peek(1) == '$' ? 2 : 1);
        while (end < _text.Length && IsNamePart(_text[end]) && _text[end] != '$')
        {
            end++;
        }

        if (_traits.IsPostgres && end < _text.Length && _text[end] == '$' && !char.IsAsciiDigit(Peek(1)))
        {
            var tag = _text[_at..(end + 1)];
            var close = _text[(end + 1)..].IndexOf(tag);
            Add(close < 0 ? SqlKind.UnclosedString : SqlKind.DollarString, close < 0 ? _text.Length - _at : end + 1 + close + tag.Length - _at);
            return;
        }

        Add(end > _at + 1 ? SqlKind.Parameter : SqlKind.Stray, end - _at);
    }
}
