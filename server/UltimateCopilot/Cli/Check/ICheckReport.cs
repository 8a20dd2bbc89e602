using UltimateCopilot.Checks;

namespace UltimateCopilot.Cli.Check;

/// <summary>Writes what was found, file by file as it is found.</summary>
internal interface ICheckReport : IAsyncDisposable
{
    /// <summary>Writes one file.</summary>
    /// <param name="path">As the user would call it.</param>
    /// <param name="file">What was found.</param>
    Task AddAsync(string path, FileCheck file);

    /// <summary>Writes the end; called once, also when not all files were checked.</summary>
    Task FinishAsync(CheckTally tally);
}
