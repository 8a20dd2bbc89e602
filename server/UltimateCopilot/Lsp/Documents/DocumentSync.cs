using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Lsp.Diagnostics;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Lsp.Workspace;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Documents;

/// <summary>Keeps the open documents as the client has them.</summary>
internal sealed class DocumentSync(LspSession session, DiagnosticsPublisher diagnostics)
{
    /// <summary>Longer than between the keys of a fast typist, and too short to be noticed by one who looks up.</summary>
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(75);

    public void Register(RpcMethods methods)
    {
        methods.OnNotification("textDocument/didOpen", static () => LspJson.Default.DidOpenTextDocumentParams, OpenAsync);
        methods.OnNotification("textDocument/didChange", static () => LspJson.Default.DidChangeTextDocumentParams, Change);
        methods.OnNotification("textDocument/didClose", static () => LspJson.Default.DidCloseTextDocumentParams, CloseAsync);
    }

    private async ValueTask OpenAsync(DidOpenTextDocumentParams parameters, CancellationToken cancellation)
    {
        var item = parameters.TextDocument;
        if (session.Documents.TryRemove(FileUri.Canonical(item.Uri), out var before))
        {
            before.Dispose(); // opened twice: the newer text counts
        }

        var text = SourceText.From(item.Text);
        var catalogue = session.Engine.Catalogue;
        var language = catalogue.FindByPath(item.Uri) is { } byName && byName.Id == "jsonc" && item.LanguageId == "json"
            ? byName // editors without the notion of JSON with comments open such files as JSON
            : catalogue.Find(item.LanguageId) ?? catalogue.FindByPath(item.Uri) ?? catalogue.FindByFirstLine(text.ToString(text.Line(0))) ?? LanguageDefinition.PlainText;
        var document = new OpenDocument(
            item.Uri, session.Engine.Open(language, FileUri.ToPath(item.Uri) ?? item.Uri, TypingPause), item.Version, text,
            () => session.DeepestLayer(item.Uri), diagnostics.OnCheckedAsync, error => session.Log.Error($"UC2001: the check of a document failed: {error}"));
        session.Documents[FileUri.Canonical(item.Uri)] = document;
        document.Start(); // only now: what it reports counts as that of an open document
    }

    private ValueTask Change(DidChangeTextDocumentParams parameters, CancellationToken cancellation)
    {
        if (session.Find(parameters.TextDocument.Uri) is { } document)
        {
            var (text, edits) = DocumentChanges.Apply(document.Text, parameters.ContentChanges, session.Encoding);
            document.Change(parameters.TextDocument.Version, text, edits);
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask CloseAsync(DidCloseTextDocumentParams parameters, CancellationToken cancellation)
    {
        if (session.Documents.TryRemove(FileUri.Canonical(parameters.TextDocument.Uri), out var document))
        {
            document.Dispose();
            await diagnostics.OnClosedAsync(document);
        }
    }
}
