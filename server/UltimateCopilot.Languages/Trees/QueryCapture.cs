using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Trees;

/// <summary>A node that a query has picked out, under the name the query gives it.</summary>
internal readonly record struct QueryCapture(string Name, TextSpan Span);
