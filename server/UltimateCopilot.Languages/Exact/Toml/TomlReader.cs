using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Toml;

/// <summary>Reads a document line by line; after a mistake it goes on with the next line that can be one.</summary>
internal sealed partial class TomlReader(SourceText source, ArraySegment<char> units)
{
    /// <summary>With more than these, the text is no TOML.</summary>
    private const int MostFindings = 100;

    private const int LinesBetweenLooks = 256;

    private readonly ArraySegment<char> _text = units;
    private readonly TomlTables _tables = new();
    private int _at;

    /// <summary>The table that keys belong to.</summary>
    private int _table = TomlTables.Root;

    /// <summary>The key or table before was defined twice: then the next one is likely part of the same mistake, a piece of text pasted twice.</summary>
    private bool _isBehindTwice;

    private bool _isTwice;

    /// <summary>The line before was no TOML from its start: then the next one is likely part of the same mistake.</summary>
    private bool _isBehindForeignLine;

    public List<Finding> Findings { get; } = [];

    private ReadOnlySpan<char> Text => _text;

    public void Run(CancellationToken cancellation)
    {
        _at = Peek() == '\uFEFF' ? 1 : 0;
        for (var lines = 1; _at < _text.Count && Findings.Count < MostFindings; lines++)
        {
            var start = _at;
            ReadLine();
            (_isBehindTwice, _isTwice) = (_isTwice || (_isBehindTwice && IsWithoutKey(start)), false);
            if (lines % LinesBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Whether the line at an offset is blank or a comment.</summary>
    private bool IsWithoutKey(int start) => Text[start..].TrimStart(" \t") is [] or ['#' or '\n' or '\r', ..];

    private void ReadLine()
    {
        SkipBlanks();
        var start = _at;
        var wasForeign = _isBehindForeignLine;
        _isBehindForeignLine = false;
        switch (Peek())
        {
            case '#' or '\n' or '\r':
            case '\0' when _at == _text.Count:
                EndLine();
                break;
            case '[':
                if (!ReadHeader() || !EndLine())
                {
                    SkipLine();
                }

                break;
            default:
                if (!IsKeyStart(Peek()))
                {
                    _isBehindForeignLine = true;
                    if (!wasForeign)
                    {
                        AddUnexpected("a key, a '[table]' or a comment");
                    }

                    SkipLine();
                }
                else if (!ReadPair(start, wasForeign))
                {
                    SkipRest();
                }

                break;
        }
    }

    /// <summary>A key, '=' and a value.</summary>
    private bool ReadPair(int start, bool wasForeign)
    {
        var table = _table;
        if (!TryReadKey(ref table, isHeader: false, out var name))
        {
            return false;
        }

        if (Peek() != '=')
        {
            _isBehindForeignLine = true;
            if (!wasForeign)
            {
                AddMissingEquals(start);
            }

            return false;
        }

        Define(table, name);
        _at++;
        SkipBlanks();
        return ReadValue() && EndLine();
    }

    private void AddMissingEquals(int start)
    {
        var end = EndOfKey(start);
        var key = Wording.Quote(source, new TextSpan(start, end));
        if (Peek() == ']')
        {
            Add(FindingCodes.UnmatchedBracket, _at, _at + 1, "']' closes nothing: expected '[' at the start of the line");
            _table = _tables.AddDetached();
        }
        else if (Peek() == ':')
        {
            Add(FindingCodes.UnexpectedToken, _at, _at + 1, $"unexpected ':' after {key}: expected '='");
        }
        else
        {
            Add(FindingCodes.MissingToken, end - 1, end, $"expected '=' and a value after {key}");
        }
    }

    /// <summary>Nothing but blanks and a comment up to the line break, which is read along.</summary>
    private bool EndLine()
    {
        SkipBlanks();
        if (Peek() == '#' && !ReadComment())
        {
            return false;
        }

        if (_at == _text.Count || ReadLineBreak())
        {
            return true;
        }

        if (Peek() is var unit && (unit is ']' or '}' or ')'))
        {
            Add(FindingCodes.UnmatchedBracket, _at, _at + 1, $"'{unit}' closes nothing: no bracket is open here");
        }
        else if (unit == '\r')
        {
            Add(FindingCodes.UnexpectedCharacter, _at, _at + 1, "a carriage return without a line feed ends no line");
        }
        else
        {
            AddUnexpected("the end of the line");
        }

        return false;
    }

    private bool ReadComment()
    {
        var end = LineBreak(_at);
        var control = Text[_at..end].IndexOfAny(TomlUnits.ControlsButTab);
        _at = control < 0 ? end : _at + control;
        return control < 0 || AddControl();
    }

    /// <summary>CR LF or LF.</summary>
    private bool ReadLineBreak()
    {
        var length = Peek() == '\n' ? 1 : Peek() == '\r' && Peek(1) == '\n' ? 2 : 0;
        _at += length;
        return length > 0;
    }

    private void SkipBlanks()
    {
        while (Peek() is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipLine()
    {
        _at = LineBreak(_at);
        if (!ReadLineBreak() && _at < _text.Count)
        {
            _at++;
        }
    }

    private char Peek(int ahead = 0) => _at + ahead < _text.Count ? _text[_at + ahead] : '\0';

    /// <summary>Offset of the next line break, or of the end.</summary>
    private int LineBreak(int at) => Text[at..].IndexOf('\n') is >= 0 and var found ? (found > 0 && Text[at + found - 1] == '\r' ? at + found - 1 : at + found) : _text.Count;

    private bool AddControl()
    {
        Add(FindingCodes.UnexpectedCharacter, _at, _at + 1, Wording.Character(Peek()));
        return false;
    }

    private bool AddUnexpected(string expected)
    {
        if (_at == _text.Count || Peek() is '\n' or '\r')
        {
            var end = Math.Max(_at, 1);
            Add(FindingCodes.MissingToken, end - 1, end, $"expected {expected}");
            return false;
        }

        var unit = Peek();
        if (unit == '\\' && Peek(1) is 'n' or 'r' or 't')
        {
            Add(FindingCodes.EscapedText, _at, _at + 2, $"'\\{Peek(1)}' stands here as text: was {(Peek(1) == 't' ? "a tab" : "a line break")} meant?");
            return false;
        }

        if (unit > '~' && !char.IsLetterOrDigit(unit) && !char.IsSurrogate(unit))
        {
            Add(FindingCodes.UnexpectedCharacter, _at, _at + 1, Wording.Character(unit));
            return false;
        }

        var word = new TextSpan(_at, EndOfWord(_at));
        Add(FindingCodes.UnexpectedToken, word.Start, word.End, $"unexpected {Wording.Quote(source, word)}: expected {expected}");
        return false;
    }

    /// <summary>Behind the run of letters and digits at an offset, or else behind one unit.</summary>
    private int EndOfWord(int at)
    {
        var end = at;
        while (end < _text.Count && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '-' or '.'))
        {
            end++;
        }

        return Math.Max(end, Math.Min(at + 1, _text.Count));
    }

    private void Add(string code, int start, int end, string message, RelatedPlace? related = null, Severity severity = Severity.Error) => Findings.Add(new Finding
    {
        Code = code,
        Span = new TextSpan(start, end),
        Message = message,
        Severity = severity,
        Layer = Layer.Exact,
        Related = related is null ? [] : [related],
    });
}
