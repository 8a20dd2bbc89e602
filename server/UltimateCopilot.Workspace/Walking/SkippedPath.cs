namespace UltimateCopilot.Workspace.Walking;

/// <summary>A path that was left out although no ignore file says so; naming it walks it.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Reason">Why it was left out.</param>
public sealed record SkippedPath(string Path, SkipReason Reason) : WalkItem(Path);
