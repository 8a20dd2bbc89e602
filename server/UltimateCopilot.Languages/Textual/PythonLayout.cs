using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>
/// What Python's indentation says, which the grammar lets pass: a line indented like no block, a header without a block, and, since a
/// block shows where its header ends, a missing colon. It looks at logical lines only, and stops where brackets or strings do not add up.
/// </summary>
internal sealed class PythonLayout
{
    private const int TabWidth = 8;

    /// <summary>A larger file is no hand-written source, and would cost a keystroke too much.</summary>
    private const int LargestFile = 1 << 20;

    private readonly SourceText _text;

    /// <summary>The whole text in one piece, in borrowed memory: this runs at every keystroke.</summary>
    private readonly ArraySegment<char> _content;

    private readonly Dictionary<string, string> _headers;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _headerOf;
    private readonly List<Indent> _open = [new Indent(0, 0)];
    private readonly List<Finding> _findings = [];
    private LogicalLine _before;

    private PythonLayout(SourceText text, ArraySegment<char> content, IReadOnlyDictionary<string, string> headers)
    {
        _text = text;
        _content = content;
        _headers = headers as Dictionary<string, string> ?? new Dictionary<string, string>(headers);
        _headerOf = _headers.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The findings in document order.</summary>
    public static List<Finding> Check(SourceText text, IReadOnlyDictionary<string, string> headers)
    {
        if (text.Length is 0 or > LargestFile)
        {
            return [];
        }

        using var flat = new FlatText(text);
        var layout = new PythonLayout(text, flat.Units, headers);
        layout.Run();
        return layout._findings;
    }

    private void Run()
    {
        var at = _content[0] == '\uFEFF' ? 1 : 0;
        while (at < _content.Count)
        {
            var first = at;
            var indent = default(Indent);
            while (first < _content.Count && _content[first] is ' ' or '\t' or '\f')
            {
                indent = _content[first++] switch
                {
                    '\t' => new Indent((indent.Columns / TabWidth * TabWidth) + TabWidth, indent.Units + 1),
                    '\f' => default,
                    _ => new Indent(indent.Columns + 1, indent.Units + 1),
                };
            }

            if (first == _content.Count || _content[first] is '\r' or '\n' or '#')
            {
                at = NextLine(first);
                continue;
            }

            var line = ReadLogicalLine(first, out at);
            CheckIndent(line, indent);
            if (!line.IsSound)
            {
                return;
            }

            _before = line;
        }

        if (_before.OpensBlock)
        {
            AddEmptyBlock();
        }
    }

    private void CheckIndent(LogicalLine line, Indent indent)
    {
        var current = _open[^1];
        if (indent.Columns > current.Columns && indent.Units > current.Units)
        {
            if (!_before.OpensBlock)
            {
                AddUnexpectedIndent(line);
            }
            else if (_before.Keyword.Length == 0 && Misspelling.WordAt(_text, _before.Start) is var word && Misspelling.KeywordNear(word, _headers.Keys) is { } keyword)
            {
                Add(FindingCodes.UnexpectedToken, _before.Start, _before.Start + word.Length, $"unexpected '{word}': was '{keyword}' meant?");
            }

            _open.Add(indent);
        }
        else if ((indent.Columns > current.Columns) != (indent.Units > current.Units) || (indent.Columns == current.Columns && indent != current))
        {
            Add(FindingCodes.Indentation, LineStart(line.Start), line.Start, "tabs and spaces are mixed: the indentation depends on the width of a tab");
            _open[^1] = indent;
        }
        else
        {
            if (_before.OpensBlock && _before.Keyword.Length > 0)
            {
                AddEmptyBlock();
            }
            else if (_before.IsHeader && !_before.HasColon)
            {
                AddMissingColon();
            }

            while (_open.Count > 1 && _open[^1].Columns > indent.Columns)
            {
                _open.RemoveAt(_open.Count - 1);
            }

            if (_open[^1].Columns != indent.Columns)
            {
                Add(FindingCodes.Indentation, LineStart(line.Start), line.Start, "this line is indented like no block before it");
                _open.Add(indent);
            }
        }
    }

    private void AddUnexpectedIndent(LogicalLine line)
    {
        if (_before.IsHeader && !_before.HasColon)
        {
            AddMissingColon();
        }
        else
        {
            Add(FindingCodes.Indentation, LineStart(line.Start), line.Start, "unexpected indentation: no block starts on the line before");
        }
    }

    private void AddMissingColon()
    {
        var after = _headers.TryGetValue(_before.Keyword, out var words) ? $" after {words}" : string.Empty;
        Add(FindingCodes.MissingToken, _before.End - 1, _before.End, $"expected ':'{after}");
    }

    private void AddEmptyBlock() =>
        Add(FindingCodes.EmptyBlock, _before.Start, _before.End, $"expected an indented block after this '{_before.Keyword}'");

    /// <summary>Reads on to the line break that is neither in brackets nor in a string nor behind a backslash.</summary>
    private LogicalLine ReadLogicalLine(int start, out int next)
    {
        var depth = 0;
        var (end, colon, last) = (start, false, '\0');
        for (var at = start; at < _content.Count;)
        {
            var unit = _content[at];
            switch (unit)
            {
                case '#':
                    at = LineBreak(at);
                    continue;
                case '\r' or '\n' when depth == 0:
                    next = NextLine(at);
                    return Line(isSound: true);
                case '\\' when at + 1 < _content.Count && _content[at + 1] is '\r' or '\n':
                    at = NextLine(at + 1);
                    continue;
                case '"' or '\'':
                    if (EndOfString(at) is not (>= 0 and var closed))
                    {
                        next = _content.Count;
                        return Line(isSound: false);
                    }

                    (at, end, last) = (closed, closed, unit);
                    continue;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth = Math.Max(depth - 1, 0);
                    break;
                case ':' when depth == 0 && !(at + 1 < _content.Count && _content[at + 1] == '='):
                    colon = true;
                    break;
                default:
                    break;
            }

            at++;
            if (!char.IsWhiteSpace(unit))
            {
                (end, last) = (at, unit);
            }
        }

        next = _content.Count;
        return Line(isSound: depth == 0);

        LogicalLine Line(bool isSound) => new(start, end, HeaderAt(start), colon, last == ':', isSound);
    }

    private string HeaderAt(int start)
    {
        var word = WordAt(start);
        if (word is "async")
        {
            word = WordAt(Math.Min(start + "async ".Length, _content.Count));
        }

        return word is not "lambda" && _headerOf.TryGetValue(word, out var keyword, out _) ? keyword : string.Empty;
    }

    private ReadOnlySpan<char> WordAt(int start)
    {
        var end = start;
        while (end < _content.Count && (char.IsLetterOrDigit(_content[end]) || _content[end] == '_'))
        {
            end++;
        }

        return _content.AsSpan(start, end - start);
    }

    /// <summary>Behind a string's closing quotes; -1 where it has none.</summary>
    private int EndOfString(int start)
    {
        var quote = _content[start];
        var isLong = IsTriple(start);
        for (var at = start + (isLong ? 3 : 1); at < _content.Count; at++)
        {
            var unit = _content[at];
            if (unit == '\\')
            {
                // The two units of one line break are escaped together.
                at += at + 2 < _content.Count && _content[at + 1] == '\r' && _content[at + 2] == '\n' ? 2 : 1;
            }
            else if (unit == quote && (!isLong || IsTriple(at)))
            {
                return at + (isLong ? 3 : 1);
            }
            else if (!isLong && unit is '\r' or '\n')
            {
                return -1;
            }
        }

        return -1;
    }

    private bool IsTriple(int at) => at + 2 < _content.Count && _content[at + 1] == _content[at] && _content[at + 2] == _content[at];

    private int LineBreak(int at) => _content.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var found ? at + found : _content.Count;

    private int NextLine(int at)
    {
        var end = LineBreak(at);
        return end + 1 < _content.Count && _content[end] == '\r' && _content[end + 1] == '\n' ? end + 2 : Math.Min(end + 1, _content.Count);
    }

    private int LineStart(int at) => _text.LineStart(_text.LineAt(at));

    private void Add(string code, int start, int end, string message) =>
        _findings.Add(new Finding { Code = code, Span = new TextSpan(start, end), Message = message });

    /// <summary>How far a line is indented with tabs as wide as Python takes them, and with tabs as wide as a blank.</summary>
    private readonly record struct Indent(int Columns, int Units);

    /// <param name="Start">Its first unit.</param>
    /// <param name="End">Behind its last unit that is neither blank nor comment.</param>
    /// <param name="Keyword">What it opens a block with, or nothing.</param>
    /// <param name="HasColon">A colon outside of brackets.</param>
    /// <param name="EndsInColon">That colon is the last unit.</param>
    /// <param name="IsSound">Its brackets and strings are closed.</param>
    private readonly record struct LogicalLine(int Start, int End, string Keyword, bool HasColon, bool EndsInColon, bool IsSound)
    {
        /// <summary>Starts a block, unless 'match' and 'case' are names here.</summary>
        public bool IsHeader => Keyword is { Length: > 0 } and not ("match" or "case");

        public bool OpensBlock => EndsInColon;
    }
}
