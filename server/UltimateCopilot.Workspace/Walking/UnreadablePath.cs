namespace UltimateCopilot.Workspace.Walking;

/// <summary>A path that could not be walked.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Problem">What is in the way.</param>
public sealed record UnreadablePath(string Path, PathProblem Problem) : WalkItem(Path);
