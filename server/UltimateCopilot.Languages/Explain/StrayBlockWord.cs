using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Explain;

/// <summary>A word that ends or divides a block that was never begun.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Opener">A word before it that looks like a misspelt opening one; empty at 0 where there is none.</param>
/// <param name="Meant">The opening word that was probably meant.</param>
internal readonly record struct StrayBlockWord(TextSpan Place, TextSpan Opener, string? Meant);
