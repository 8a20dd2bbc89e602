namespace UltimateCopilot.Cli;

/// <summary>A command line to copy, and what it does.</summary>
internal sealed record Example(string CommandLine, string Does);
