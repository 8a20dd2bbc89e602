using System.Security.Cryptography;
using System.Text.Json;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Lsp.Workspace;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Diagnostics;

/// <summary>Answers a client that asks for a document's diagnostics.</summary>
internal sealed class DiagnosticsPull(LspSession session, DiagnosticsPublisher publisher, WorkspaceCheck workspace)
{
    public void Register(RpcMethods methods) => methods.OnRequest(
        "textDocument/diagnostic", static () => LspJson.Default.DocumentDiagnosticParams, static () => LspJson.Default.DocumentDiagnosticReport, AnswerAsync);

    /// <summary>The id of a list of diagnostics: the same for the same list.</summary>
    public static string ResultIdOf(IReadOnlyList<Diagnostic> diagnostics)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new PublishDiagnosticsParams(string.Empty, diagnostics), LspJson.Default.PublishDiagnosticsParams);
        return Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, 8));
    }

    /// <summary>
    /// A file that is not open is read from the disk. For an open one, a client that can be told to ask again gets the fast layer's answer at once and hears when a finer layer differs; any other
    /// client waits for the finest layer.
    /// </summary>
    private async ValueTask<DocumentDiagnosticReport> AnswerAsync(DocumentDiagnosticParams parameters, CancellationToken cancellation)
    {
        var uri = parameters.TextDocument.Uri;
        var diagnostics = session.Find(uri) is { } document
            ? publisher.ToDiagnostics(uri, await WaitAsync(document, final: !session.Client.TakesDiagnosticRefresh, cancellation))
            : await workspace.CheckFileAsync(uri, cancellation);
        var id = ResultIdOf(diagnostics);
        return id == parameters.PreviousResultId
            ? new RelatedUnchangedDocumentDiagnosticReport(id)
            : new RelatedFullDocumentDiagnosticReport(diagnostics) { ResultId = id };
    }

    private static async Task<CheckedVersion> WaitAsync(OpenDocument document, bool final, CancellationToken cancellation) =>
        await document.WaitForReportAsync(final, cancellation) ?? throw new RpcException(
            RpcErrorCodes.ServerCancelled, "The document was closed meanwhile, or its check failed.",
            JsonSerializer.SerializeToElement(new DiagnosticServerCancellationData(RetriggerRequest: false), LspJson.Default.DiagnosticServerCancellationData));
}
