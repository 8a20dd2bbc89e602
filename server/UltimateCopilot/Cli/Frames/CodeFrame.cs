using System.Text;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Cli.Frames;

/// <summary>Cuts out of a text what a person needs to see of a place, and marks the place.</summary>
/// <param name="text">The text.</param>
/// <param name="width">Columns for the code; longer lines are cut around the place, and end with one more that says so.</param>
internal sealed class CodeFrame(SourceText text, int width)
{
    private const char Cut = '…';

    /// <summary>Of a place over more lines than this the middle is left out.</summary>
    private const int MostMarkedLines = 5;

    /// <summary>The lines of <paramref name="span"/> with its marks, and some lines around.</summary>
    public List<FrameLine> Around(TextSpan span, int context)
    {
        var first = text.LineAt(span.Start);
        var last = Math.Max(first, text.LineAt(span.End > span.Start ? span.End - 1 : span.End)); // a line break belongs to its line
        var from = FirstColumn(span, first);
        var lines = new List<FrameLine>();
        for (var line = Math.Max(first - context, 0); line <= Math.Min(last + context, text.LineCount - 1); line++)
        {
            if (last - first >= MostMarkedLines && line == first + 2)
            {
                lines.Add(new FrameLine(Number: null, string.Empty, string.Empty));
                line = last;
            }

            if (line > last && line == text.LineCount - 1 && text.Line(line).Length == 0)
            {
                break; // nothing but the end of the file
            }

            lines.Add(Show(line, line >= first && line <= last ? span : null, from));
        }

        return lines;
    }

    /// <summary>The column in units where all lines of the frame begin, so that the place is within the width with a third of it in front.</summary>
    private int FirstColumn(TextSpan span, int line)
    {
        var start = text.LineStart(line);
        var end = Math.Clamp(span.End, span.Start, text.LineEnd(line));
        if (CellsUpTo(start, Math.Min(end + 1, text.LineEnd(line))) < width || CellsUpTo(start, text.LineEnd(line)) <= width)
        {
            return 0;
        }

        var (column, before) = (span.Start, 0);
        while (column > start && before < width / 3)
        {
            column--;
            before++;
        }

        return column - start > 0 && column < text.Length && char.IsLowSurrogate(text[column]) ? column - start - 1 : column - start;
    }

    /// <summary>Columns of a stretch, or more than fit.</summary>
    private int CellsUpTo(int start, int end)
    {
        var cells = 0;
        var scratch = new StringBuilder();
        while (start < end && cells <= width)
        {
            var (units, taken) = Append(scratch.Clear(), start, end, cells);
            start += units;
            cells += taken;
        }

        return cells;
    }

    private FrameLine Show(int line, TextSpan? marked, int from)
    {
        var (start, end) = (text.LineStart(line), text.LineEnd(line));
        var (code, marks) = (new StringBuilder(), new StringBuilder());
        var (offset, cell) = (start, 0);
        if (from > 0 && end > start)
        {
            offset = Math.Min(start + from, end);
            code.Append(Cut);
            marks.Append(' ');
            cell = 1;
        }

        var firstMarked = marked is { } span ? SkipIndentation(span, start, end) : 0;
        while (offset < end && cell < width)
        {
            var (units, cells) = Append(code, offset, end, cell);
            marks.Append(Covers(offset, units) ? '^' : ' ', cells);
            offset += units;
            cell += cells;
        }

        if (offset < end)
        {
            code.Append(Cut);
        }
        else if (marked is { } place && place.Start >= end && place.Start <= text.Length && text.LineAt(place.Start) == line)
        {
            marks.Append('^'); // behind the last character
        }

        return new FrameLine(line + 1, code.ToString().TrimEnd(), marks.ToString().TrimEnd());

        bool Covers(int at, int units) => marked is { } place
            && (place.Length == 0 ? at <= place.Start && place.Start < at + units : at + units > firstMarked && at < place.End);
    }

    /// <summary>Of the lines after the first only the code is marked.</summary>
    private int SkipIndentation(TextSpan span, int start, int end)
    {
        var from = Math.Max(span.Start, start);
        while (span.Start < start && from < end && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    private (int Units, int Cells) Append(StringBuilder target, int offset, int end, int cell)
    {
        Span<char> units = stackalloc char[Math.Min(2, end - offset)];
        text.CopyTo(offset, units);
        return VisibleText.Append(target, units, cell);
    }
}
