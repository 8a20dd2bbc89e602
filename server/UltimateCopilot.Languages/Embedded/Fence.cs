using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>The lines of a fenced code block, which may stand in lists and quotes.</summary>
/// <remarks>https://spec.commonmark.org/0.31.2/#fenced-code-blocks</remarks>
internal readonly struct Fence
{
    private readonly SourceText _text;

    /// <summary>What stands on the opening line before the fence: the marks of lists and quotes, and blanks.</summary>
    private readonly string _prefix;

    public Fence(SourceText text, in EmbeddedRegion region)
    {
        _text = text;
        var line = text.LineAt(region.Extent.Start);
        var mark = region.Extent.Start;
        while (mark < region.Extent.End && text[mark] is not ('`' or '~'))
        {
            mark++;
        }

        _prefix = text.ToString(new TextSpan(text.LineStart(line), mark));
        Mark = new TextSpan(mark, mark);
        while (Mark.End < region.Extent.End && text[Mark.End] == text[mark])
        {
            Mark = Mark with { End = Mark.End + 1 };
        }

        FirstLine = line + 1;
        var last = text.LineAt(Math.Max(region.Extent.End - 1, region.Extent.Start));
        IsClosed = last > line && IsClosing(last);
        EndLine = IsClosed ? last : last + 1;
    }

    /// <summary>The opening fence itself.</summary>
    public TextSpan Mark { get; }

    /// <summary>The first line of code.</summary>
    public int FirstLine { get; }

    /// <summary>The line behind the code.</summary>
    public int EndLine { get; }

    /// <summary>Whether a closing fence ends it, not the end of the text or of the list around it.</summary>
    public bool IsClosed { get; }

    /// <summary>A line of code with its line break, without what the lists and quotes around it add.</summary>
    public TextSpan ContentOf(int line)
    {
        var at = _text.LineStart(line);
        var end = _text.LineStart(line + 1);
        foreach (var mark in _prefix)
        {
            if (at == end)
            {
                break;
            }

            if (mark == '>')
            {
                while (at < end && _text[at] == ' ')
                {
                    at++;
                }

                at = at < end && _text[at] == '>' ? at + 1 : at;
            }
            else if (_text[at] is ' ' or '\t')
            {
                at++;
            }
        }

        return new TextSpan(at, end);
    }

    /// <summary>The fence that nothing closes, where it takes the rest of the text for code.</summary>
    public IEnumerable<Finding> ExplainOpen()
    {
        if (EndLine < _text.LineCount - 1)
        {
            yield break; // the end of a list or a quote closes it
        }

        var mark = _text.ToString(Mark);
        yield return new Finding
        {
            Code = FindingCodes.UnexpectedEnd,
            Span = Mark,
            Message = $"this code block is never closed: expected '{mark}'",
            Severity = Severity.Warning,
            Layer = Layer.Exact,
        };
    }

    private bool IsClosing(int line)
    {
        var span = ContentOf(line);
        var content = _text.ToString(span).AsSpan().Trim();
        return content.Length >= Mark.Length && content.IndexOfAnyExcept(_text[Mark.Start]) < 0;
    }
}
