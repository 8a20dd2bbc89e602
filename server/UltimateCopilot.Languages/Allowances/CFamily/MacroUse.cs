namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>A word in a statement that may be a macro.</summary>
/// <param name="Word">The word.</param>
/// <param name="Token">Its token.</param>
/// <param name="Close">The token of the parenthesis that closes its arguments; the word's own where it has none.</param>
/// <param name="Roles">What it may stand for, the likeliest first.</param>
internal readonly record struct MacroUse(string Word, int Token, int Close, IReadOnlyList<MacroRole> Roles);
