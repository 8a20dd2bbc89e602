namespace UltimateCopilot.Languages.Catalogue;

/// <summary>A construct that the language has and the grammar does not know, and what stands in its place when the grammar reads the text.</summary>
/// <param name="Pattern">A regular expression of the construct; where it has a group, the first one is replaced, else all of it.</param>
/// <param name="As">What the grammar reads instead, not longer than what it replaces and filled up with blanks; nothing: blanks.</param>
/// <param name="IsDirective">
/// Whether it is a conditional directive: replaced all over the text once it stands near damage, since a grammar can stumble far behind it, unless
/// an <c>#if</c> or <c>#endif</c> has no partner.
/// </param>
/// <param name="Reason">The construct's name, for those who read the catalogue.</param>
public sealed record Allowance(string Pattern, string? As, string Reason, bool IsDirective = false);
