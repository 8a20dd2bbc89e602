namespace UltimateCopilot.Languages.Outlines;

/// <summary>Lines that can be folded into the first of them.</summary>
/// <param name="FirstLine">Stays in sight, from 0.</param>
/// <param name="LastLine">The last line that is hidden, from 0.</param>
/// <param name="Kind">What is folded.</param>
public readonly record struct Fold(int FirstLine, int LastLine, FoldKind Kind);
