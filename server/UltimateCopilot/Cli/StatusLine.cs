using System.Text;
using UltimateCopilot.Cli.Frames;

namespace UltimateCopilot.Cli;

/// <summary>One line on a terminal that says how far things are; nothing where nobody watches.</summary>
/// <remarks>Whoever writes below it clears it first, so that it never mixes with what stays. One caller at a time.</remarks>
internal sealed class StatusLine(CliContext context)
{
    private const string ClearLine = "\r\u001b[K";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long _shownAt = context.Time.GetTimestamp();
    private bool _isShown;

    /// <summary>Shows a text, unless the one before is still fresh.</summary>
    public void Show(Func<string> text)
    {
        if (!context.ErrorIsTerminal || context.Time.GetElapsedTime(_shownAt) < Pause)
        {
            return;
        }

        _shownAt = context.Time.GetTimestamp();
        _isShown = true;
        context.Error.Write(ClearLine + Fit(text()));
        context.Error.Flush();
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (_isShown)
        {
            _isShown = false;
            context.Error.Write(ClearLine);
            context.Error.Flush();
        }
    }

    /// <summary>A line that wraps could not be taken away.</summary>
    private string Fit(string text)
    {
        var fitting = new StringBuilder();
        for (var (at, cell) = (0, 0); at < text.Length;)
        {
            var (units, cells) = VisibleText.Append(fitting, text.AsSpan(at), cell);
            at += units;
            cell += cells;
            if (cell >= context.Width - 8)
            {
                return fitting.Append('…').ToString();
            }
        }

        return fitting.ToString();
    }
}
