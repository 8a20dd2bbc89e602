namespace UltimateCopilot.Workspace.Walking;

/// <summary>A file that belongs to the workspace.</summary>
/// <param name="Path">The full path.</param>
/// <param name="IsNamed">Whether the caller named this very file, as opposed to a folder above it.</param>
public sealed record WalkedFile(string Path, bool IsNamed) : WalkItem(Path);
