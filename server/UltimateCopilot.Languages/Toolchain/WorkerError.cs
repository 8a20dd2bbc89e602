namespace UltimateCopilot.Languages.Toolchain;

/// <summary>One mistake that a worker tells of: its place either by <c>Start</c>, from 0, or by lines and columns, from 1; 0 where not known.</summary>
internal sealed record WorkerError(string Message, string? Kind, int Start, int Line, int Column, int EndLine, int EndColumn);
