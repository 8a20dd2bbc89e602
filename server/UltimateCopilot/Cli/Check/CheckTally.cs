using System.Globalization;
using UltimateCopilot.Checks;
using UltimateCopilot.Cli.Frames;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Cli.Check;

/// <summary>Counts along, and sums up for people.</summary>
internal sealed class CheckTally(TimeProvider time)
{
    /// <summary>More notes than this tell nobody anything.</summary>
    private const int MostNotes = 5;

    private readonly long _start = time.GetTimestamp();
    private readonly List<FileNote> _notes = [];
    private readonly List<FileNote> _failures = [];

    public int Files { get; private set; }

    public int FilesWithFindings { get; private set; }

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    public long Bytes { get; private set; }

    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    /// <summary>Whether the run came to its end, as opposed to being interrupted.</summary>
    public bool IsComplete { get; set; }

    /// <summary>What could not be read although it should.</summary>
    public IReadOnlyList<FileNote> Failures => _failures;

    public void Add(CheckItem item)
    {
        switch (item)
        {
            case FileCheck file:
                Files++;
                FilesWithFindings += file.Findings.Count > 0 ? 1 : 0;
                Errors += file.Findings.Count(static finding => finding.Severity == Severity.Error);
                Warnings += file.Findings.Count(static finding => finding.Severity == Severity.Warning);
                Bytes += file.Bytes;
                break;
            case FileNote { IsFailure: true } failure:
                _failures.Add(failure);
                break;
            case FileNote note:
                _notes.Add(note);
                break;
        }
    }

    /// <summary>Says in a few lines what was left out and how it went.</summary>
    public async Task WriteAsync(TextWriter writer, PathNames names)
    {
        // Folders of one name tend to be many, such as __pycache__.
        var groups = _notes.GroupBy(static note => (Name: Path.GetFileName(note.Path), note.Reason)).ToList();
        foreach (var group in groups.Take(MostNotes))
        {
            var count = group.Count();
            var what = count == 1 ? names.Of(group.First().Path) : $"{group.Key.Name} in {count} places";
            await writer.WriteLineAsync($"left out: {VisibleText.Of(what)} ({group.Key.Reason})");
        }

        if (groups.Count > MostNotes)
        {
            await writer.WriteLineAsync($"left out: and {groups.Skip(MostNotes).Sum(static group => group.Count())} more; name one to check it all the same");
        }

        await writer.WriteLineAsync(Summary());
    }

    private string Summary()
    {
        if (Files == 0)
        {
            return "No file was checked.";
        }

        var effort = string.Create(CultureInfo.InvariantCulture, $"{Size(Bytes)}, {Elapsed.TotalSeconds:0.00} s");
        return Errors + Warnings == 0
            ? $"No findings in {Count(Files, "file")} ({effort})."
            : $"{Count(Errors, "error")} and {Count(Warnings, "warning")} in {FilesWithFindings} of {Count(Files, "file")} ({effort}).";
    }

    private static string Count(int number, string what) => $"{number} {what}{(number == 1 ? string.Empty : "s")}";

    private static string Size(long bytes) => bytes switch
    {
        < 10_000 => $"{bytes} bytes",
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };
}
