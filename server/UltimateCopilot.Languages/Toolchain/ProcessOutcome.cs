namespace UltimateCopilot.Languages.Toolchain;

/// <summary>How a run of a program ended.</summary>
/// <param name="ExitCode">As the program gave it; no meaning where it was ended for saying too much.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="IsCutOff">Whether it said more than anybody would read and was ended: what it said first is there.</param>
internal sealed record ProcessOutcome(int ExitCode, string Output, string Error, bool IsCutOff);
