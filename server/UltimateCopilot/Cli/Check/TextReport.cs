using UltimateCopilot.Checks;
using UltimateCopilot.Cli.Frames;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Cli.Check;

/// <summary>Findings for people: a line that editors and terminals can follow, and the code with the place marked.</summary>
internal sealed class TextReport(TextWriter writer, int width, bool colours) : ICheckReport
{
    private const int Context = 2;

    /// <summary>Beyond this a line is no easier to read on a wide screen.</summary>
    private const int WidestCode = 140;

    private readonly Paint _paint = new(colours);

    public async Task AddAsync(string path, FileCheck file)
    {
        if (file.Findings.Count == 0)
        {
            return;
        }

        var name = VisibleText.Of(path);
        foreach (var finding in file.Findings)
        {
            Write(name, file.Text, finding);
        }

        await writer.FlushAsync(); // whoever waits at the other end of a pipe sees each file at once
    }

    public Task FinishAsync(CheckTally tally) => writer.FlushAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask; // the writer is the caller's

    private void Write(string path, SourceText text, Finding finding)
    {
        var colour = Paint.Of(finding.Severity);
        var kind = _paint.In(colour, $"{SeverityNames.Of(finding.Severity)} {finding.Code}");
        writer.Write($"{_paint.Bold(Place(path, text, finding.Span))}: {kind}: {VisibleText.Of(finding.Message)}\n");
        WriteFrame(text, finding.Span, Context, colour);
        foreach (var place in finding.Related.Where(place => place.Span.Start != finding.Span.Start)) // what is shown already explains nothing more
        {
            writer.Write($"  {_paint.In(Paint.Note, "note")}: {Place(path, text, place.Span)}: {VisibleText.Of(place.Message)}\n");
            WriteFrame(text, place.Span, context: 0, Paint.Note);
        }

        writer.Write('\n');
    }

    private static string Place(string path, SourceText text, TextSpan span)
    {
        var position = text.PositionAt(span.Start);
        return $"{path}:{position.Line + 1}:{position.Column + 1}";
    }

    private void WriteFrame(SourceText text, TextSpan span, int context, string colour)
    {
        var last = Math.Min(text.LineAt(span.End) + 1 + context, text.LineCount);
        var gutter = last.ToString(System.Globalization.CultureInfo.InvariantCulture).Length + 2;
        var frame = new CodeFrame(text, Math.Min(width - gutter - 4, WidestCode));
        foreach (var line in frame.Around(span, context))
        {
            WriteLine(line.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "...", gutter, line.Code, colour: null);
            if (line.Marks.Length > 0)
            {
                WriteLine(string.Empty, gutter, line.Marks, colour);
            }
        }
    }

    private void WriteLine(string label, int gutter, string code, string? colour)
    {
        writer.Write(_paint.In(Paint.Dim, $"{label.PadLeft(gutter)} |"));
        if (code.Length > 0)
        {
            writer.Write(' ');
            writer.Write(colour is null ? code : _paint.In(colour, code));
        }

        writer.Write('\n');
    }
}
