namespace UltimateCopilot.Cli.Frames;

/// <summary>One line of a code frame.</summary>
/// <param name="Number">Line number from 1; null stands for lines that are left out.</param>
/// <param name="Code">The line as it may be shown.</param>
/// <param name="Marks">What stands below it; empty where nothing does.</param>
internal sealed record FrameLine(int? Number, string Code, string Marks);
