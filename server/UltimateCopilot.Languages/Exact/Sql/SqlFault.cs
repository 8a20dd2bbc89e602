namespace UltimateCopilot.Languages.Exact.Sql;

/// <summary>A statement that does not fit its rules.</summary>
/// <param name="Statement">Its first token.</param>
/// <param name="Token">The first token that nothing fits.</param>
/// <param name="End">The token that ends it.</param>
/// <param name="Rule">The rule it was read by.</param>
/// <param name="StartsAnother">Whether the statement could end before that token, and another one starts there.</param>
internal readonly record struct SqlFault(int Statement, int Token, int End, string Rule, bool StartsAnother);
