using UltimateCopilot.Lsp.Protocol;

namespace UltimateCopilot.Lsp.Outlines;

/// <summary>The symbols of one file on disk as it was when last read.</summary>
internal sealed record FileSymbols(DateTime ModifiedAt, long Length, IReadOnlyList<SymbolInformation> Symbols);
