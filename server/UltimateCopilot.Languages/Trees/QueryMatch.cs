namespace UltimateCopilot.Languages.Trees;

/// <summary>One place where a pattern of a query fits, with what the pattern sets by <c>#set!</c>.</summary>
internal readonly record struct QueryMatch(int Pattern, IReadOnlyList<QueryCapture> Captures, IReadOnlyDictionary<string, string> Properties);
