namespace UltimateCopilot.Languages.Trees;

/// <summary>A text that a grammar would take too long for: recovery from what it cannot place may take the square of the text's length.</summary>
internal sealed class ParserOutOfTimeException() : Exception("The text takes too long to parse.");
