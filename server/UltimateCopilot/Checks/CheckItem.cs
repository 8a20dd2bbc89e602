namespace UltimateCopilot.Checks;

/// <summary>What a check of files and folders comes across: a <see cref="FileCheck"/> or a <see cref="FileNote"/>.</summary>
/// <param name="Path">Full path.</param>
internal abstract record CheckItem(string Path);
