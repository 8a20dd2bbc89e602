using System.Text;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>Strings.</summary>
internal sealed partial class TomlReader
{
    /// <summary>A string on one line; its content is what the text holds unless it has escapes.</summary>
    private bool ReadString(out ReadOnlyMemory<char> content)
    {
        var start = _at++;
        var quote = _text[start];
        var isSound = true;
        StringBuilder? unescaped = null;
        var from = _at;
        content = default;
        while (true)
        {
            var next = Text[_at..].IndexOfAny(quote == '"' ? TomlUnits.InBasic : TomlUnits.InLiteral);
            _at = next < 0 ? _text.Count : _at + next;
            var unit = Peek();
            if (unit == quote)
            {
                content = unescaped is null ? _text[from.._at] : unescaped.Append(Text[from.._at]).ToString().AsMemory();
                _at++;
                return isSound;
            }

            if (_at == _text.Count || unit is '\n' || (unit == '\r' && Peek(1) == '\n'))
            {
                AddUnclosed(start, quote.ToString());
                return false;
            }

            if (unit == '\\')
            {
                (unescaped ??= new StringBuilder()).Append(Text[from.._at]);
                isSound &= ReadEscape(unescaped);
                from = _at;
            }
            else
            {
                return AddControl();
            }
        }
    }

    /// <summary>A string in three quotes, which may hold line breaks, and one or two quotes anywhere.</summary>
    private bool ReadLongString()
    {
        var start = _at;
        var quote = _text[start];
        var isSound = true;
        _at += 3;
        while (true)
        {
            var next = Text[_at..].IndexOfAny(quote == '"' ? TomlUnits.InLongBasic : TomlUnits.InLongLiteral);
            _at = next < 0 ? _text.Count : _at + next;
            if (_at == _text.Count)
            {
                AddUnclosed(start, new string(quote, 3));
                return false;
            }

            var unit = Peek();
            if (unit == quote)
            {
                var quotes = 1;
                while (Peek(quotes) == quote)
                {
                    quotes++;
                }

                _at += Math.Min(quotes, 5);
                if (quotes >= 3)
                {
                    return isSound && IsBehindLongString(start, quote);
                }
            }
            else if (unit == '\\')
            {
                isSound &= ReadEscape(unescaped: null);
            }
            else if (unit == '\r' && Peek(1) == '\n')
            {
                _at += 2;
            }
            else
            {
                return AddControl();
            }
        }
    }

    /// <summary>
    /// Whether the quotes that end a string do end it. Where they stand behind 'key =' they open the next one, and it is this one that has
    /// none: that is told, and reading goes on with that key.
    /// </summary>
    private bool IsBehindLongString(int start, char quote)
    {
        var quotes = _at - 3;
        var lineStart = Text[..quotes].LastIndexOf('\n') + 1;
        var rest = Text[_at..LineBreak(_at)].TrimStart(" \t");
        if (lineStart <= start || rest is ['#' or ',' or ']' or '}', ..] || (rest.IsEmpty && Text[lineStart..quotes].IndexOf('=') < 0))
        {
            return true;
        }

        var before = Text[lineStart..quotes].Trim(" \t");
        if (before is not [.., '='] || before[..^1].Trim(" \t").ContainsAnyExcept(TomlUnits.Key))
        {
            return true;
        }

        AddUnclosed(start, new string(quote, 3));
        _open.Clear();
        _at = lineStart - 1; // the rest of the line before counts as read
        return false;
    }

    private void AddUnclosed(int start, string quotes)
    {
        var end = Math.Min(LineBreak(start), Math.Max(_at, start + 1));
        Add(FindingCodes.UnclosedString, start, end, $"this string is never closed: expected {(quotes[0] == '"' ? $"'{quotes}'" : $"\"{quotes}\"")}");
    }

    /// <summary>At a backslash, whose meaning is appended where it is asked for.</summary>
    private bool ReadEscape(StringBuilder? unescaped)
    {
        var start = _at;
        var unit = Peek(1);
        _at = Math.Min(_at + 2, _text.Count);
        switch (unit)
        {
            case 'b' or 't' or 'n' or 'f' or 'r' or '"' or '\\':
                unescaped?.Append(unit switch { 'b' => '\b', 't' => '\t', 'n' => '\n', 'f' => '\f', 'r' => '\r', _ => unit });
                return true;
            case 'e':
                unescaped?.Append('\u001B');
                AddNew(start, _at, "the escape '\\e'");
                return true;
            case 'x' or 'u' or 'U':
                return ReadCode(start, unit switch { 'x' => 2, 'u' => 4, _ => 8 }, unescaped);
            case ' ' or '\t' or '\n' or '\r' when unescaped is null && EndsLine(start + 1) is > 0 and var lineEnd:
                _at = lineEnd; // the string goes on with the next character that is no blank
                return true;
            default:
                Add(FindingCodes.InvalidLiteral, start, _at, "this escape is not one of TOML's: \\b \\t \\n \\f \\r \\\" \\\\ \\uXXXX \\UXXXXXXXX; double the '\\', or use single quotes");
                return false;
        }
    }

    private bool ReadCode(int start, int digits, StringBuilder? unescaped)
    {
        var code = 0L;
        for (var i = 0; i < digits; i++)
        {
            if (!char.IsAsciiHexDigit(Peek()))
            {
                Add(FindingCodes.InvalidLiteral, start, _at, $"expected {digits} hexadecimal digits after '\\{_text[start + 1]}'");
                return false;
            }

            code = (code * 16) + Convert.ToInt32(_text[_at++].ToString(), 16);
        }

        if (!Rune.IsValid((int)Math.Min(code, int.MaxValue)))
        {
            Add(FindingCodes.InvalidLiteral, start, _at, "there is no character with this number");
            return false;
        }

        unescaped?.Append(new Rune((int)code).ToString());
        if (digits == 2)
        {
            AddNew(start, _at, "the escape '\\xHH'");
        }

        return true;
    }

    /// <summary>Offset of the line break where only blanks come before it; else -1.</summary>
    private int EndsLine(int at)
    {
        while (at < _text.Count && _text[at] is ' ' or '\t')
        {
            at++;
        }

        return at < _text.Count && (_text[at] == '\n' || (_text[at] == '\r' && at + 1 < _text.Count && _text[at + 1] == '\n')) ? at : -1;
    }

    /// <summary>TOML 1.1, which few readers know so far.</summary>
    private void AddNew(int start, int end, string what) =>
        Add(FindingCodes.WrongDialect, start, end, $"{what} is of TOML 1.1: readers of TOML 1.0 reject it", severity: Severity.Warning);
}
