using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules.Literals;

/// <summary>Looks into a literal, which is one token for the grammar.</summary>
/// <param name="literal">Its text.</param>
/// <param name="at">The part that is wrong.</param>
/// <returns>What is wrong, or null.</returns>
internal delegate string? LiteralCheck(ReadOnlySpan<char> literal, out TextSpan at);
