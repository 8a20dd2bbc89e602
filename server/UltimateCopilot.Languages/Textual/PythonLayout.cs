using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>
/// What Python's indentation says, which the grammar lets pass: a line indented like no block, a header without a block, and, since a
/// block shows where its header ends, a missing colon. It looks at logical lines only, and stops where brackets or strings do not add up.
/// </summary>
internal sealed class PythonLayout(SourceText text, IReadOnlyDictionary<string, string> headers)
{
    private const int TabWidth = 8;

    /// <summary>A larger file is no hand-written source, and would cost a keystroke too much.</summary>
    private const int LargestFile = 1 << 20;

    private readonly string _content = text.Length > LargestFile ? string.Empty : text.ToString();
    private readonly List<Indent> _open = [new Indent(0, 0)];
    private readonly List<Finding> _findings = [];
    private LogicalLine _before;

    /// <summary>The findings in document order.</summary>
    public static List<Finding> Check(SourceText text, IReadOnlyDictionary<string, string> headers)
    {
        var layout = new PythonLayout(text, headers);
        layout.Run();
        return layout._findings;
    }

    private void Run()
    {
        var at = _content.StartsWith('\uFEFF') ? 1 : 0;
        while (at < _content.Length)
        {
            var first = at;
            var indent = default(Indent);
            while (first < _content.Length && _content[first] is ' ' or '\t' or '\f')
            {
                indent = _content[first++] switch
                {
                    '\t' => new Indent((indent.Columns / TabWidth * TabWidth) + TabWidth, indent.Units + 1),
                    '\f' => default,
                    _ => new Indent(indent.Columns + 1, indent.Units + 1),
                };
            }

            if (first == _content.Length || _content[first] is '\r' or '\n' or '#')
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

            CheckPrint(line);
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
            else if (_before.Keyword.Length == 0 && Misspelling.WordAt(text, _before.Start) is var word && Misspelling.KeywordNear(word, headers.Keys) is { } keyword)
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
        var after = headers.TryGetValue(_before.Keyword, out var words) ? $" after {words}" : string.Empty;
        Add(FindingCodes.MissingToken, _before.End - 1, _before.End, $"expected ':'{after}");
    }

    private void AddEmptyBlock() =>
        Add(FindingCodes.EmptyBlock, _before.Start, _before.End, $"expected an indented block after this '{_before.Keyword}'");

    /// <summary>A statement until version 3; the grammar still takes it.</summary>
    private void CheckPrint(LogicalLine line)
    {
        var word = Misspelling.WordAt(text, line.Start);
        var next = line.Start + word.Length;
        if (word is "print" or "exec" && next + 1 < line.End && _content[next] == ' ' && (char.IsLetterOrDigit(_content[next + 1]) || _content[next + 1] is '"' or '\'' or '_')
            && Misspelling.WordAt(text, next + 1) is not ("in" or "is" or "and" or "or" or "if" or "not"))
        {
            Add(FindingCodes.UnexpectedToken, line.Start, next, $"'{word}' is a function: what it takes stands in parentheses");
        }
    }

    /// <summary>Reads on to the line break that is neither in brackets nor in a string nor behind a backslash.</summary>
    private LogicalLine ReadLogicalLine(int start, out int next)
    {
        var depth = 0;
        var (end, colon, last) = (start, false, '\0');
        for (var at = start; at < _content.Length;)
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
                case '\\' when at + 1 < _content.Length && _content[at + 1] is '\r' or '\n':
                    at = NextLine(at + 1);
                    continue;
                case '"' or '\'':
                    if (EndOfString(at) is not (>= 0 and var closed))
                    {
                        next = _content.Length;
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
                case ':' when depth == 0 && !(at + 1 < _content.Length && _content[at + 1] == '='):
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

        next = _content.Length;
        return Line(isSound: depth == 0);

        LogicalLine Line(bool isSound) => new(start, end, HeaderAt(start), colon, last == ':', isSound);
    }

    private string HeaderAt(int start)
    {
        var word = Misspelling.WordAt(text, start);
        if (word == "async")
        {
            word = Misspelling.WordAt(text, Math.Min(start + 6, text.Length));
        }

        return word != "lambda" && headers.ContainsKey(word) ? word : string.Empty;
    }

    /// <summary>Behind a string's closing quotes; -1 where it has none.</summary>
    private int EndOfString(int start)
    {
        var quote = _content[start];
        var isLong = string.CompareOrdinal(_content, start, new string(quote, 3), 0, 3) == 0;
        for (var at = start + (isLong ? 3 : 1); at < _content.Length; at++)
        {
            var unit = _content[at];
            if (unit == '\\')
            {
                // The two units of one line break are escaped together.
                at += at + 2 < _content.Length && _content[at + 1] == '\r' && _content[at + 2] == '\n' ? 2 : 1;
            }
            else if (unit == quote && (!isLong || string.CompareOrdinal(_content, at, new string(quote, 3), 0, 3) == 0))
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

    private int LineBreak(int at) => _content.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var found ? at + found : _content.Length;

    private int NextLine(int at)
    {
        var end = LineBreak(at);
        return end + 1 < _content.Length && _content[end] == '\r' && _content[end + 1] == '\n' ? end + 2 : Math.Min(end + 1, _content.Length);
    }

    private int LineStart(int at) => text.LineStart(text.LineAt(at));

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
