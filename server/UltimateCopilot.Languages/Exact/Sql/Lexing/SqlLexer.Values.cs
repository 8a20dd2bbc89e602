namespace UltimateCopilot.Languages.Exact.Sql.Lexing;

// Numbers, and places for values.
internal ref partial struct SqlLexer
{
    private const int LongestTemplate = 4000;

    private void ReadNumber()
    {
        var end = _at;
        if (_text[end] == '0' && Peek(1) is 'x' or 'X' or 'o' or 'O' or 'b' or 'B')
        {
            end += 2;
            while (end < _text.Length && (char.IsAsciiHexDigit(_text[end]) || _text[end] == '_'))
            {
                end++;
            }
        }
        else
        {
            end = SkipDigits(end);
            if (end < _text.Length && _text[end] == '.' && (end + 1 >= _text.Length || _text[end + 1] != '.'))
            {
                end = SkipDigits(end + 1);
            }

            if (end < _text.Length && _text[end] is 'e' or 'E')
            {
                var exponent = end + 1 < _text.Length && _text[end + 1] is '+' or '-' ? end + 2 : end + 1;
                end = exponent < _text.Length && char.IsAsciiDigit(_text[exponent]) ? SkipDigits(exponent) : end;
            }
        }

        var kind = SqlKind.Number;
        if (end < _text.Length && IsNamePart(_text[end]) && _text[end] != '$')
        {
            var isSuffix = _traits.IsOracle && (_text[end] & 0x5F) is 'F' or 'D' or 'K' or 'M' or 'G' or 'T' && (end + 1 >= _text.Length || !IsNamePart(_text[end + 1]));
            while (end < _text.Length && IsNamePart(_text[end]))
            {
                end++;
            }

            isSuffix |= _traits.IsTSql && !_traits.IsPostgres && end - _at > 2 && _text[(end - 2)..end] is ['K' or 'M' or 'G' or 'T' or 'k' or 'm' or 'g' or 't', 'B' or 'b'];
            kind = isSuffix ? SqlKind.Number : _traits.DigitNames ? SqlKind.Word : SqlKind.BadNumber;
        }

        Add(kind, end - _at);
    }

    private readonly int SkipDigits(int at)
    {
        while (at < _text.Length && (char.IsAsciiDigit(_text[at]) || (_text[at] == '_' && at + 1 < _text.Length && char.IsAsciiDigit(_text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    /// <summary><c>:x</c>, and what psql puts in: <c>:'x'</c>, <c>:"x"</c>, <c>:{?x}</c>.</summary>
    private void ReadColon()
    {
        var next = Peek(1);
        if (IsBehindOperand() && (next is not ('\'' or '"' or '{') || _tokens.Span(_tokens.Count - 1).End == _at))
        {
            Add(SqlKind.Colon, 1); // of a slice, or between a key and its value
            return;
        }

        if (IsNameStart(next) || (char.IsAsciiDigit(next) && _traits.IsOracle))
        {
            var end = _at + 2;
            while (end < _text.Length && IsNamePart(_text[end]))
            {
                end++;
            }

            Add(SqlKind.Parameter, end - _at);
            return;
        }

        if (next is '\'' or '"' or '{')
        {
            var rest = Near()[2..];
            var close = rest.IndexOfAny(next == '{' ? '}' : next, '\n', ' ');
            if (close > 0 && rest[close] is not ('\n' or ' '))
            {
                Add(SqlKind.Parameter, close + 3);
                return;
            }
        }

        Add(SqlKind.Colon, 1);
    }

    /// <summary><c>@extschema@</c> and its like, which CREATE EXTENSION puts in.</summary>
    private readonly int MeasureExtensionName()
    {
        var rest = _text[_at..];
        if (!rest.StartsWith("@ext"))
        {
            return 0;
        }

        var end = 1;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is ':' or '_'))
        {
            end++;
        }

        return end < rest.Length && rest[end] == '@' ? end + 1 : 0;
    }

    private readonly bool IsBehindOperand() => _tokens.Count > 0 && _tokens.LastKind switch
    {
        SqlKind.Word or SqlKind.QuotedName or SqlKind.String or SqlKind.Number or SqlKind.Parameter or SqlKind.CloseParen or SqlKind.CloseBracket => true,
        >= SqlKind.FirstKeyword => _tokens.Span(_tokens.Count - 1).End == _at,
        _ => false,
    };

    private void ReadVariable()
    {
        var end = _at + 1;
        while (end < _text.Length && (IsNamePart(_text[end]) || _text[end] == '@'))
        {
            end++;
        }

        if (end == _at + 1 && end < _text.Length && _text[end] is '`' or '\'' or '"')
        {
            var start = _at;
            _at = end;
            ReadQuoted(_text[end], SqlKind.Variable, escapes: false, start);
            return;
        }

        Add(end > _at + 1 ? SqlKind.Variable : SqlKind.At, end - _at);
    }

    /// <summary><c>&amp;x</c> and <c>&amp;&amp;x.</c> of SQL*Plus.</summary>
    private void ReadSubstitution()
    {
        var end = _at + 1;
        while (end < _text.Length && (_text[end] == '&' || IsNamePart(_text[end])))
        {
            end++;
        }

        Add(SqlKind.Parameter, end - _at + (end < _text.Length && _text[end] == '.' ? 1 : 0));
    }

    /// <summary><c>%s</c> and <c>%(x)s</c> where no operator can stand.</summary>
    private readonly bool IsPlaceForValue(out int length)
    {
        length = 0;
        if (IsBehindOperand())
        {
            return false;
        }

        if (Peek(1) == 's' && !IsNamePart(Peek(2)))
        {
            length = 2;
        }
        else if (Peek(1) == '(' && Near().IndexOfAny(')', '\n') is > 2 and var close && Peek(close + 1) == 's')
        {
            length = close + 2;
        }

        return length > 0;
    }

    /// <summary><c>{{ x }}</c> and <c>{x}</c>: what a program puts in before the server sees the text. <c>{% ... %}</c> is left out.</summary>
    private void ReadTemplate()
    {
        var rest = _text.Slice(_at, Math.Min(_text.Length - _at, LongestTemplate));
        if (rest.StartsWith("{%") || rest.StartsWith("{#"))
        {
            var close = rest.IndexOf(rest[1] == '%' ? "%}" : "#}");
            if (close > 0)
            {
                _at += close + 2;
                return;
            }
        }

        if (rest.StartsWith("{{") && rest.IndexOf("}}") is > 0 and var end)
        {
            Add(SqlKind.Parameter, end + 2);
            return;
        }

        var length = 1;
        while (length < rest.Length && (char.IsAsciiLetterOrDigit(rest[length]) || rest[length] is '_' or '.'))
        {
            length++;
        }

        var isPlace = length > 1 && length < rest.Length && rest[length] == '}';
        Add(isPlace ? SqlKind.Parameter : SqlKind.Stray, isPlace ? length + 1 : 1);
    }
}
