using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>Headers and keys.</summary>
internal sealed partial class TomlReader
{
    private static bool IsBare(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '-';

    private static bool IsKeyStart(char unit) => IsBare(unit) || unit is '"' or '\'';

    /// <summary>'[table]' or '[[array of tables]]'.</summary>
    private bool ReadHeader()
    {
        var opener = _at;
        var isArray = Peek(1) == '[';
        _at += isArray ? 2 : 1;
        SkipBlanks();
        var start = _at;
        var table = TomlTables.Root;
        if (!TryReadKey(ref table, isHeader: true, out var name))
        {
            _table = _tables.AddDetached();
            return false;
        }

        int before;
        var isNew = isArray ? _tables.TryAppend(ref table, name.Text, name.Offset, out before) : _tables.TryDefine(ref table, name.Text, name.Offset, out before);
        _table = isNew ? table : _tables.AddDetached();
        if (!isNew)
        {
            AddTwice(start, _at, before, "the table");
        }

        var isClosed = Peek() == ']' && (!isArray || Peek(1) == ']');
        if (!isClosed)
        {
            var related = new RelatedPlace(new TextSpan(opener, opener + (isArray ? 2 : 1)), isArray ? "'[[' opened here" : "'[' opened here");
            if (isArray && Peek() == ']')
            {
                Add(FindingCodes.MismatchedBracket, _at, _at + 1, "'[[' is closed by ']': expected ']]'", related);
            }
            else
            {
                var end = Text[opener.._at].TrimEnd().Length + opener;
                Add(FindingCodes.UnclosedBracket, end - 1, end, $"'{(isArray ? "[[" : "[")}' is never closed: expected '{(isArray ? "]]" : "]")}' here", related);
            }

            return false;
        }

        _at += isArray ? 2 : 1;
        return true;
    }

    /// <summary>
    /// A key, dotted or not, with the blanks behind it: steps into the table of its last name. False where it is malformed; where only a
    /// name has another meaning already, that is told and the key counts as read.
    /// </summary>
    private bool TryReadKey(ref int table, bool isHeader, out TomlPart name)
    {
        var start = _at;
        var isLost = false;
        while (true)
        {
            if (!TryReadName(out name))
            {
                return false;
            }

            SkipBlanks();
            if (Peek() != '.')
            {
                break;
            }

            if (!isLost && !_tables.TryEnter(ref table, name.Text, name.Offset, isHeader, out var before))
            {
                AddTwice(start, name.Offset + name.Length, before, "the key");
                isLost = true;
            }

            if (isLost)
            {
                table = _tables.AddDetached();
            }

            _at++;
            SkipBlanks();
        }

        return true;
    }

    private void Define(int table, TomlPart name)
    {
        if (!_tables.TrySet(table, name.Text, name.Offset, out var before))
        {
            AddTwice(name.Offset, name.Offset + name.Length, before, "the key");
        }
    }

    private void AddTwice(int start, int end, int before, string what)
    {
        _isTwice = true;
        if (_isBehindTwice)
        {
            return;
        }

        end = Text[start..end].TrimEnd().Length + start;
        var quote = Wording.Quote(source, new TextSpan(start, end));
        Add(
            FindingCodes.DuplicateKey, start, end, $"{what} {quote} is defined already{Wording.OnLine(source, before, start)}",
            new RelatedPlace(new TextSpan(before, EndOfName(before)), "defined here"));
    }

    private bool TryReadName(out TomlPart name)
    {
        var start = _at;
        switch (Peek())
        {
            case '"' or '\'' when Peek(1) == Peek() && Peek(2) == Peek():
                name = default;
                Add(FindingCodes.UnexpectedToken, _at, _at + 3, "a key stands in one pair of quotes");
                return false;
            case '"' or '\'':
                if (!ReadString(out var content))
                {
                    name = default;
                    return false;
                }

                name = new TomlPart(content, start, _at - start);
                return true;
            default:
                while (IsBare(Peek()))
                {
                    _at++;
                }

                name = new TomlPart(_text[start.._at], start, _at - start);
                return _at > start || AddUnexpected("a key");
        }
    }

    /// <summary>Behind a name that was read before.</summary>
    private int EndOfName(int at)
    {
        if (_text[at] is '"' or '\'')
        {
            return Text[(at + 1)..].IndexOf(_text[at]) is >= 0 and var quote ? at + quote + 2 : at + 1;
        }

        while (at < _text.Count && IsBare(_text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Behind a dotted key that was read before.</summary>
    private int EndOfKey(int start) => Text[start.._at].TrimEnd().Length + start;
}
