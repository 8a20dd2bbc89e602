namespace UltimateCopilot.Languages.Explain;

/// <summary>An opening bracket's node, its character, and the offset where its partner should have been.</summary>
internal readonly record struct UnclosedBracket(int Node, char Kind, int ExpectedAt);
