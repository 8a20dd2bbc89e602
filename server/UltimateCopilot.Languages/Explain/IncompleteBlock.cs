using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>A block of words that lacks its end, or a word that it needs.</summary>
/// <param name="Opener">The word that began it.</param>
/// <param name="Missing">The word that it lacks.</param>
/// <param name="ExpectedAt">Offset where that was expected.</param>
internal readonly record struct IncompleteBlock(TextSpan Opener, string Missing, int ExpectedAt);
