using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>Reads a Dockerfile instruction by instruction.</summary>
internal sealed partial class DockerReader(SourceText source, ArraySegment<char> units)
{
    /// <summary>With more than these, the text is no Dockerfile.</summary>
    private const int MostFindings = 100;

    private const int InstructionsBetweenLooks = 64;

    private readonly ArraySegment<char> _text = units;
    private readonly DockerLine _line = new();

    /// <summary>Where the next line starts.</summary>
    private int _next;

    private char _escape = '\\';

    /// <summary>Another reader than Docker's own is asked for: it may know other instructions.</summary>
    private bool _isForeign;

    /// <summary>A preview of Docker's own is asked for: it may know other options.</summary>
    private bool _isPreview;

    /// <summary>A mark of a template has no partner up to the end: then none behind it has.</summary>
    private bool _hasUnclosedTemplate;

    private bool _hasInstruction;

    /// <summary>The last instruction was none: what follows is likely more of the same.</summary>
    private bool _isBehindUnknown;

    /// <summary>The last instruction has a mistake, which may have cut it short.</summary>
    private bool _isBehindMistake;

    /// <summary>The first instruction outside of any stage.</summary>
    private Finding? _outside;

    private bool _hasStage;

    public List<Finding> Findings { get; } = [];

    private ReadOnlySpan<char> Text => _text;

    public void Run(CancellationToken cancellation)
    {
        _next = _text.Count > 0 && _text[0] == '\uFEFF' ? 1 : 0;
        ReadDirectives();
        for (var instructions = 1; !_isForeign && _next < _text.Count && Findings.Count < MostFindings; instructions++)
        {
            if (ReadInstruction())
            {
                JudgeInstruction();
            }

            if (instructions % InstructionsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        if (_outside is not null)
        {
            // A file without any stage may be a piece that a build puts together with others.
            Findings.Add(_hasStage ? _outside : _outside with { Severity = Severity.Warning });
            Findings.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }
        else if (!_hasInstruction && !_isForeign && Findings.Count == 0)
        {
            Add(FindingCodes.UnexpectedEnd, _text.Count, _text.Count, "the file holds no instruction: expected 'FROM'");
        }
    }

    /// <summary>Comments of the form '# name=value' at the start of the file.</summary>
    private void ReadDirectives()
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (_next < _text.Count)
        {
            var start = _next;
            var end = LineEnd(start);
            var line = Text[start..end].Trim();
            var equals = line.IndexOf('=');
            if (line is not ['#', ..] || equals < 0)
            {
                return;
            }

            var name = line[1..equals].Trim();
            var value = line[(equals + 1)..].Trim();
            if (value.IsEmpty || !(name.Equals("syntax", StringComparison.OrdinalIgnoreCase) || name.Equals("escape", StringComparison.OrdinalIgnoreCase) || name.Equals("check", StringComparison.OrdinalIgnoreCase)))
            {
                return;
            }

            if (!seen.Add(name.ToString()))
            {
                Add(FindingCodes.DuplicateKey, start, end, $"the directive '{name}' stands here twice");
            }
            else if (name.Equals("escape", StringComparison.OrdinalIgnoreCase))
            {
                SetEscape(value, end);
            }
            else if (name.Equals("syntax", StringComparison.OrdinalIgnoreCase))
            {
                _isForeign = !value.Contains("docker/dockerfile", StringComparison.OrdinalIgnoreCase) && !value.Contains('$');
                _isPreview = value.Contains("labs", StringComparison.Ordinal) || value.Contains("upstream", StringComparison.Ordinal) || value.Contains("master", StringComparison.Ordinal);
            }

            _next = NextLine(end);
        }
    }

    private void SetEscape(ReadOnlySpan<char> value, int end)
    {
        if (value is "\\" or "`")
        {
            _escape = value[0];
        }
        else
        {
            Add(FindingCodes.InvalidLiteral, end - value.Length, end, "the escape character can be '\\' or '`'");
        }
    }

    /// <summary>Joins the lines of the next instruction; false where the line holds none.</summary>
    private bool ReadInstruction()
    {
        _line.Clear();
        var isFirst = true;
        while (_next < _text.Count)
        {
            var (start, end) = (_next, LineEnd(_next));
            _next = NextLine(end);
            var content = Text[start..end];
            var blanks = content.Length - content.TrimStart().Length;
            if (blanks == content.Length || content[blanks] == '#')
            {
                if (isFirst)
                {
                    return false;
                }

                continue; // comments and blank lines do not end an instruction
            }

            start += isFirst ? blanks : 0;
            isFirst = false;
            if (SkipTemplate(start, end))
            {
                _line.Append(Text[start..end], start);
                continue;
            }

            var continues = IsContinued(Text[start..end], out var length);
            _line.Append(Text.Slice(start, length), start);
            if (!continues)
            {
                return true;
            }
        }

        return _line.Length > 0;
    }

    /// <summary>Whether a line ends with the escape character and perhaps blanks, but not with two of them.</summary>
    private bool IsContinued(ReadOnlySpan<char> line, out int length)
    {
        var content = line.TrimEnd(" \t");
        if (content.Length > 0 && content[^1] == _escape && (content.Length == 1 || content[^2] != _escape))
        {
            length = content.Length - 1;
            return true;
        }

        length = line.Length;
        return false;
    }

    /// <summary>Behind the last unit of the line that starts at <paramref name="start"/>.</summary>
    private int LineEnd(int start)
    {
        var length = Text[start..].IndexOf('\n');
        var end = length < 0 ? _text.Count : start + length;
        while (end > start && _text[end - 1] == '\r')
        {
            end--;
        }

        return end;
    }

    private int NextLine(int end) => Text[end..].IndexOf('\n') is >= 0 and var found ? end + found + 1 : _text.Count;

    /// <summary>A finding about units of the instruction.</summary>
    private void AddAt(string code, int start, int end, string message)
    {
        var from = _line.SourceOf(start);
        Add(code, from, Math.Max(_line.SourceOf(Math.Max(end - 1, start)) + 1, from), message);
    }

    /// <summary>Something is missing behind the units of the instruction up to <paramref name="end"/>.</summary>
    private void AddMissing(int end, string message) => AddAt(FindingCodes.MissingToken, Math.Max(end - 1, 0), end, message);

    private string Quote(int start, int end) => Wording.Quote(source, new TextSpan(_line.SourceOf(start), _line.SourceOf(Math.Max(end - 1, start)) + 1));

    private void Add(string code, int start, int end, string message, Severity severity = Severity.Error) =>
        Findings.Add(new Finding { Code = code, Span = new TextSpan(start, Math.Min(end, _text.Count)), Message = message, Severity = severity, Layer = Layer.Exact });
}
