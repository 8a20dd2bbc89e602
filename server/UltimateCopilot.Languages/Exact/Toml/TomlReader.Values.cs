using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

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

    /// <summary>What is neither comma nor closing bracket.</summary>
    private bool AddWithinBrackets()
    {
        var isArray = _open[^1].Kind == '[';
        if (_at == _text.Count || (isArray && (IsHeaderAhead() || IsPairAhead())))
        {
            return AddUnclosed();
        }

        if (Peek() is ']' or '}' or ')')
        {
            return AddMismatch();
        }

        var end = Text[.._at].TrimEnd(" \t\r\n").Length;
        if (IsValueStart())
        {
            Add(FindingCodes.MissingToken, end - 1, end, $"expected ',' before {Wording.Quote(source, new TextSpan(_at, EndOfValue()))}");
            return false;
        }

        AddUnexpected(isArray ? "',' or ']'" : "',' or '}'");
        return false;
    }

    private bool AddMismatch()
    {
        var open = _open[^1];
        Add(
            FindingCodes.MismatchedBracket, _at, _at + 1, $"'{open.Kind}'{Wording.OpenedOnLine(source, open.Offset, _at)} is closed by '{Peek()}': expected '{open.Closer}'",
            new RelatedPlace(new TextSpan(open.Offset, open.Offset + 1), $"'{open.Kind}' opened here"));
        return false;
    }

    /// <summary>The brackets are not closed before the next key or table, or before the end.</summary>
    private bool AddUnclosed()
    {
        var open = _open[^1];
        var end = Text[.._at].TrimEnd(" \t\r\n").Length;
        Add(
            FindingCodes.UnclosedBracket, end - 1, end, $"'{open.Kind}'{Wording.OpenedOnLine(source, open.Offset, end - 1)} is never closed: expected '{open.Closer}' here",
            new RelatedPlace(new TextSpan(open.Offset, open.Offset + 1), $"'{open.Kind}' opened here"));
        _open.Clear();
        _at = Math.Max(Text[.._at].LastIndexOf('\n'), end); // go on with the line that was looked at
        return false;
    }

    /// <summary>Passes over the rest of a value: with brackets open, up to the line that closes them, or to one that starts a key or a table.</summary>
    private void SkipRest()
    {
        var indent = _open.Count == 0 ? 0 : Indent(_open[0].Offset);
        while (_at < _text.Count)
        {
            SkipLine();
            if (_open.Count == 0)
            {
                return;
            }

            var lineStart = _at;
            SkipBlanks();
            if (IsHeaderAhead() || IsPairAhead())
            {
                _at = lineStart;
                return;
            }

            if (Peek() is ']' or '}' && _at - lineStart <= indent)
            {
                _open.Clear();
            }
        }
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

    private int Indent(int at)
    {
        var start = Text[..at].LastIndexOf('\n') + 1;
        var line = Text[start..at];
        var first = line.IndexOfAnyExcept(' ', '\t');
        return first < 0 ? line.Length : first;
    }

    private bool IsFirstOnLine() => Text[.._at].TrimEnd(" \t") is [] or [.., '\n'];

    /// <summary>Whether '[name]' stands alone on the line here.</summary>
    private bool IsHeaderAhead()
    {
        if (Peek() != '[' || !IsFirstOnLine())
        {
            return false;
        }

        var line = Text[_at..LineBreak(_at)];
        line = line[..(line.IndexOf('#') is >= 0 and var comment ? comment : line.Length)].Trim(" \t\r");
        var name = line.Trim("[]");
        return line[^1] == ']' && !name.IsEmpty && !name.ContainsAnyExcept(TomlUnits.Key) && !TomlScalar.IsValid(name) && name.ContainsAny(TomlUnits.Letters);
    }

    /// <summary>Whether 'key =' starts the line here.</summary>
    private bool IsPairAhead()
    {
        if (!IsKeyStart(Peek()) || !IsFirstOnLine())
        {
            return false;
        }

        var line = Text[_at..LineBreak(_at)];
        while (true)
        {
            var length = line[0] is '"' or '\'' ? line[1..].IndexOf(line[0]) + 2 : line.IndexOfAnyExcept(TomlUnits.Bare);
            line = length <= 1 && line[0] is '"' or '\'' ? [] : length < 0 ? [] : line[length..].TrimStart(" \t");
            if (line is not ['.', ..])
            {
                return line is ['=', ..];
            }

            line = line[1..].TrimStart(" \t");
            if (line.IsEmpty || !IsKeyStart(line[0]))
            {
                return false;
            }
        }
    }

    private bool IsValueStart() => char.IsAsciiLetterOrDigit(Peek()) || Peek() is '"' or '\'' or '[' or '{' or '+' or '-';

    private int EndOfValue() => Peek() is '"' or '\'' && Text[(_at + 1)..].IndexOf(Peek()) is >= 0 and var quote ? Math.Min(_at + quote + 2, LineBreak(_at)) : EndOfWord(_at);
}
