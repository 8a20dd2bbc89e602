namespace UltimateCopilot.Languages.Catalogue;

/// <summary>The plain strings of a language where they end with their line.</summary>
/// <param name="Value">What starts a value within a string, such as <c>${</c>; null where strings hold none.</param>
public sealed record LineStrings(string? Value);
