using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>A group of conditional directives within a statement, and what of it the grammar is not to see.</summary>
/// <param name="Extent">From the start of the statement to the last directive.</param>
/// <param name="Key">What its conditions are, where its brackets are closed by other groups of the same conditions: those are hidden together.</param>
/// <param name="Hidden">The directives, and the branches that are not kept.</param>
internal readonly record struct CutGroup(TextSpan Extent, string? Key, IReadOnlyList<TextSpan> Hidden);
