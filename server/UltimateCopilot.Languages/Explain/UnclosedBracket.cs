namespace UltimateCopilot.Languages.Explain;

/// <summary>An opening bracket without a partner.</summary>
/// <param name="Node">Its node.</param>
/// <param name="Kind">Its character.</param>
/// <param name="Line">Its line.</param>
/// <param name="Indent">How far that line is indented, in units.</param>
/// <param name="ClosedInstead">Node of the outer bracket's closer that came instead; -1 where none came at all.</param>
internal readonly record struct UnclosedBracket(int Node, char Kind, int Line, int Indent, int ClosedInstead);
