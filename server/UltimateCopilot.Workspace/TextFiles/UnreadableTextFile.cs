namespace UltimateCopilot.Workspace.TextFiles;

/// <summary>A file without a text to check.</summary>
/// <param name="Problem">Why there is none.</param>
/// <param name="ByteLength">The size of the file, where known.</param>
public sealed record UnreadableTextFile(TextFileProblem Problem, long? ByteLength = null) : TextFileResult;
