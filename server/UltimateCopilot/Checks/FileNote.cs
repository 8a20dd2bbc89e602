namespace UltimateCopilot.Checks;

/// <summary>A path that was not checked, and why.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Reason">A few words for people.</param>
/// <param name="IsFailure">The user asked for it, or it ought to have been readable; otherwise it was left out on purpose.</param>
internal sealed record FileNote(string Path, string Reason, bool IsFailure) : CheckItem(Path);
