using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>Brackets that do not add up, and where reading goes on behind them.</summary>
internal sealed partial class TomlReader
{
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
