namespace UltimateCopilot.Languages.Catalogue;

/// <summary>A kind of block that words begin and end: <c>if</c>, <c>then</c>, <c>fi</c>.</summary>
/// <param name="Open">What begins it, as the first word of a statement.</param>
/// <param name="Close">What ends it.</param>
/// <param name="Middle">What divides it.</param>
/// <param name="Trailing">What begins it at the end of a line, such as <c>do</c>.</param>
/// <param name="Needs">The dividing word that it cannot be without.</param>
public sealed record BlockWords(IReadOnlyList<string> Open, string Close, IReadOnlyList<string>? Middle, IReadOnlyList<string>? Trailing, string? Needs);
