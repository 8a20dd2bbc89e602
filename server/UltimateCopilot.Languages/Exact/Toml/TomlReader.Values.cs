namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>Values. Arrays and inline tables are kept on a list of their own, so that no depth is too much.</summary>
internal sealed partial class TomlReader
{
    private readonly List<TomlBracket> _open = [];

    private bool ReadValue()
    {
        _open.Clear();
        while (true)
        {
            if (_open.Count > 0 && _open[^1].Kind == '[')
            {
                if (!SkipLines())
                {
                    return false;
                }

                if (IsHeaderAhead() || IsPairAhead())
                {
                    return AddUnclosed();
                }
            }

            switch (Peek())
            {
                case '[':
                    _open.Add(new TomlBracket('[', _at++, Table: 0));
                    continue;
                case '{':
                    _open.Add(new TomlBracket('{', _at++, _tables.AddDetached()));
                    if (!SkipWithinTable() || (Peek() != '}' && !ReadInlineKey()))
                    {
                        return false;
                    }

                    if (Peek() != '}')
                    {
                        continue;
                    }

                    break;
                case ']' when _open.Count > 0 && _open[^1].Kind == '[':
                    break;
                default:
                    if (!ReadScalar())
                    {
                        return false;
                    }

                    break;
            }

            if (!GoOn(out var isEnd) || isEnd)
            {
                return isEnd;
            }
        }
    }

    /// <summary>Behind a value: reads closing brackets, and a comma; the end is reached where no bracket is open any more.</summary>
    private bool GoOn(out bool isEnd)
    {
        isEnd = false;
        while (_open.Count > 0)
        {
            var isArray = _open[^1].Kind == '[';
            if (isArray ? !SkipLines() : !SkipWithinTable())
            {
                return false;
            }

            if (Peek() == (isArray ? ']' : '}'))
            {
                _at++;
                _open.RemoveAt(_open.Count - 1);
                continue;
            }

            if (Peek() != ',')
            {
                return AddWithinBrackets();
            }

            _at++;
            if (isArray)
            {
                return true;
            }

            var comma = _at - 1;
            if (!SkipWithinTable())
            {
                return false;
            }

            if (Peek() == '}')
            {
                if (!_open[^1].IsNewTold)
                {
                    AddNew(comma, comma + 1, "a comma before '}'");
                }

                continue;
            }

            return ReadInlineKey();
        }

        isEnd = true;
        return true;
    }

    private bool ReadInlineKey()
    {
        var table = _open[^1].Table;
        var start = _at;
        if (!IsKeyStart(Peek()))
        {
            return Peek() is '\n' or '\r' or '\0' or ']' or ')' ? AddUnclosed() : AddUnexpected("a key or '}'");
        }

        if (!TryReadKey(ref table, isHeader: false, out var name))
        {
            return false;
        }

        if (Peek() != '=')
        {
            AddMissingEquals(start);
            return false;
        }

        Define(table, name);
        _at++;
        SkipBlanks();
        return true;
    }

    /// <summary>Within an array: blanks, line breaks and comments.</summary>
    private bool SkipLines()
    {
        while (true)
        {
            SkipBlanks();
            if (Peek() == '#' ? !ReadComment() : !ReadLineBreak())
            {
                return Peek() != '#';
            }
        }
    }

    /// <summary>Within an inline table: blanks, and since TOML 1.1 also line breaks and comments.</summary>
    private bool SkipWithinTable()
    {
        SkipBlanks();
        if (Peek() is not ('\n' or '\r' or '#'))
        {
            return true;
        }

        var open = _open[^1];
        var start = _at;
        if (!SkipLines())
        {
            return false;
        }

        if (_at == _text.Count || IsHeaderAhead() || !IsWithinTable(start))
        {
            return AddUnclosed();
        }

        if (!open.IsNewTold)
        {
            _open[^1] = open with { IsNewTold = true };
            var at = Math.Max(start, 1);
            AddNew(at - 1, at, "a line break within '{ }'");
        }

        return true;
    }

    /// <summary>Whether the line here goes on with an inline table rather than with the next key.</summary>
    /// <param name="before">Behind what stands on the line before.</param>
    private bool IsWithinTable(int before) => Peek() is '}' or ',' || Text[..before].TrimEnd(" \t") is [.., '{' or ','];
}
