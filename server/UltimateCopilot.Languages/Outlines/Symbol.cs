using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Outlines;

/// <summary>Something that a text declares.</summary>
/// <param name="Name">As written, its first line.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Span">The whole declaration.</param>
/// <param name="NameSpan">The name within it.</param>
/// <param name="Children">What is declared inside, in document order.</param>
public sealed record Symbol(string Name, SymbolKind Kind, TextSpan Span, TextSpan NameSpan, IReadOnlyList<Symbol> Children);
