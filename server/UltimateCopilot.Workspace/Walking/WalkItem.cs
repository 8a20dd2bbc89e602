namespace UltimateCopilot.Workspace.Walking;

/// <summary>What a walk comes across: a <see cref="WalkedFile"/>, a <see cref="SkippedPath"/> or an <see cref="UnreadablePath"/>.</summary>
/// <param name="Path">The full path.</param>
public abstract record WalkItem(string Path);
