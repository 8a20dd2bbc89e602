using System.Text.Json;
using UltimateCopilot.Languages.Outlines;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Outlines;

/// <summary>Answers how an open document is built up: its symbols, what can be folded, and what to select next.</summary>
internal sealed class OutlineRequests(LspSession session)
{
    public void Register(RpcMethods methods)
    {
        methods.OnRequest("textDocument/documentSymbol", static () => LspJson.Default.DocumentSymbolParams, static () => LspJson.Default.JsonElement, SymbolsAsync);
        methods.OnRequest("textDocument/foldingRange", static () => LspJson.Default.FoldingRangeParams, static () => LspJson.Default.IReadOnlyListFoldingRange, FoldsAsync);
        methods.OnRequest("textDocument/selectionRange", static () => LspJson.Default.SelectionRangeParams, static () => LspJson.Default.IReadOnlyListSelectionRange, SelectionsAsync);
    }

    private async ValueTask<JsonElement> SymbolsAsync(DocumentSymbolParams parameters, CancellationToken cancellation)
    {
        var uri = parameters.TextDocument.Uri;
        var (symbols, text) = await ReadAsync(uri, static structure => structure.Symbols(), cancellation);
        return session.Client.TakesSymbolTrees
            ? JsonSerializer.SerializeToElement([.. symbols.Select(symbol => ToTree(symbol, text))], LspJson.Default.IReadOnlyListDocumentSymbol)
            : JsonSerializer.SerializeToElement([.. symbols.SelectMany(symbol => Flatten(symbol, uri, text, null))], LspJson.Default.IReadOnlyListSymbolInformation);
    }

    private async ValueTask<IReadOnlyList<FoldingRange>> FoldsAsync(FoldingRangeParams parameters, CancellationToken cancellation)
    {
        var (folds, _) = await ReadAsync(parameters.TextDocument.Uri, static structure => structure.Folds(), cancellation);
        return [.. folds.Take(session.Client.MostFolds).Select(static fold => new FoldingRange(fold.FirstLine, fold.LastLine)
        {
            Kind = fold.Kind switch { FoldKind.Comment => "comment", FoldKind.Imports => "imports", _ => null },
        })];
    }

    private async ValueTask<IReadOnlyList<SelectionRange>> SelectionsAsync(SelectionRangeParams parameters, CancellationToken cancellation)
    {
        if (session.Find(parameters.TextDocument.Uri) is not { } document)
        {
            return [];
        }

        var offsets = parameters.Positions.Select(position => document.Text.OffsetAt(position, session.Encoding)).ToList();
        var (chains, text) = await ReadAsync(
            parameters.TextDocument.Uri, structure => (IReadOnlyList<IReadOnlyList<TextSpan>>)offsets.ConvertAll(structure.SpansAround), cancellation);
        return [.. chains.Select(chain => chain.Reverse().Aggregate(
            default(SelectionRange), (outer, span) => new SelectionRange(text.RangeOf(span, session.Encoding)) { Parent = outer })!)];
    }

    /// <summary>Takes the text as it is now, and reads it while later messages are handled.</summary>
    private async Task<(IReadOnlyList<T> Found, SourceText Text)> ReadAsync<T>(
        string uri, Func<DocumentStructure, IReadOnlyList<T>> read, CancellationToken cancellation)
    {
        if (session.Find(uri) is not { } document || !OutlineChoice.IsOurs(session, uri, document.Language.Id))
        {
            return ([], SourceText.Empty);
        }

        var text = document.Text;
        await Task.Yield();
        using var structure = document.ReadStructure(text, cancellation);
        return (read(structure), text);
    }

    private DocumentSymbol ToTree(Symbol symbol, SourceText text) =>
        new(symbol.Name, (int)symbol.Kind, text.RangeOf(symbol.Span, session.Encoding), text.RangeOf(symbol.NameSpan, session.Encoding))
        {
            Children = symbol.Children.Count > 0 ? [.. symbol.Children.Select(child => ToTree(child, text))] : null,
        };

    private IEnumerable<SymbolInformation> Flatten(Symbol symbol, string uri, SourceText text, string? container) =>
    [
        new SymbolInformation(symbol.Name, (int)symbol.Kind, new Location(uri, text.RangeOf(symbol.Span, session.Encoding))) { ContainerName = container },
        .. symbol.Children.SelectMany(child => Flatten(child, uri, text, symbol.Name)),
    ];
}
