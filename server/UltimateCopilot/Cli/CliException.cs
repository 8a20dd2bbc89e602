namespace UltimateCopilot.Cli;

/// <summary>Ends a verb with one sentence for the user and exit code 2.</summary>
/// <param name="code">A code of <see cref="CliErrors"/>.</param>
/// <param name="message">What is wrong and what to do next.</param>
internal sealed class CliException(string code, string message) : Exception(message)
{
    /// <summary>A code of <see cref="CliErrors"/>.</summary>
    public string Code => code;
}
