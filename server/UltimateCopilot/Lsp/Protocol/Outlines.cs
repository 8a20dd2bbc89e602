using System.Text.Json;

namespace UltimateCopilot.Lsp.Protocol;

internal sealed record DocumentSymbolParams(TextDocumentIdentifier TextDocument);

internal sealed record DocumentSymbol(string Name, int Kind, Range Range, Range SelectionRange)
{
    public IReadOnlyList<DocumentSymbol>? Children { get; init; }
}

internal sealed record SymbolInformation(string Name, int Kind, Location Location)
{
    public string? ContainerName { get; init; }
}

internal sealed record WorkspaceSymbolParams(string Query)
{
    public JsonElement? PartialResultToken { get; init; }

    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record FoldingRangeParams(TextDocumentIdentifier TextDocument);

internal sealed record FoldingRange(int StartLine, int EndLine)
{
    public string? Kind { get; init; }
}

internal sealed record SelectionRangeParams(TextDocumentIdentifier TextDocument, IReadOnlyList<Position> Positions);

internal sealed record SelectionRange(Range Range)
{
    public SelectionRange? Parent { get; init; }
}

internal sealed record HoverParams(TextDocumentIdentifier TextDocument, Position Position);

internal sealed record Hover(MarkupContent Contents)
{
    public Range? Range { get; init; }
}

internal sealed record MarkupContent(string Kind, string Value);
