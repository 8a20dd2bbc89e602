using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Textual;

/// <summary>What stands in some lines that were never meant to be code, and so explains what a parser says of them.</summary>
/// <param name="Finding">What is said instead.</param>
/// <param name="FirstLine">The first of the lines.</param>
/// <param name="LastLine">The last of them.</param>
/// <param name="UpsetsAllBehind">Whether what follows cannot be trusted either, as where a mark opens a string.</param>
internal sealed record Cause(Finding Finding, int FirstLine, int LastLine, bool UpsetsAllBehind = false);
