namespace UltimateCopilot.Cli;

/// <summary>What the program tells its caller at the end.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>Errors or warnings were found.</summary>
    public const int Findings = 1;

    /// <summary>Wrong use, or something that was asked for could not be read.</summary>
    public const int WrongUse = 2;

    /// <summary>Interrupted by the user.</summary>
    public const int Interrupted = 130;
}
