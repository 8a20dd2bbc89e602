using System.Text.Json;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Protocol;

namespace UltimateCopilot.Lsp.Lifecycle;

/// <summary>
/// Runs code for the sake of having it compiled: on another core before the client's first message is there, and while the editor is still
/// busy with its own start before the first document is.
/// </summary>
internal static class WarmUp
{
    /// <summary>What <c>initialize</c> needs.</summary>
    public static void Initialize()
    {
        using var document = JsonDocument.Parse("""{ "processId": 1, "capabilities": { "general": { "positionEncodings": ["utf-8"] } }, "workspaceFolders": [{ "uri": "file:///" }] }""");
        var client = new ClientFacts(document.RootElement);
        _ = (client.PullsDiagnostics, client.PrefersUtf8, client.Folders, client.ProcessId, client.LogLevel);
        using var writer = new Utf8JsonWriter(Stream.Null);
        InitializeAnswer.Write(PositionEncoding.Utf16, pulls: false).WriteTo(writer);
    }

    /// <summary>What the first document needs: the catalogue, a grammar, the explanation of a mistake, and the messages about it.</summary>
    public static async Task FirstDocumentAsync(SyntaxEngine engine)
    {
        var json = JsonSerializer.Serialize(new PublishDiagnosticsParams(string.Empty, []), LspJson.Default.PublishDiagnosticsParams);
        _ = (json, LspJson.Default.DidOpenTextDocumentParams, LspJson.Default.DidChangeTextDocumentParams);
        if (engine.Catalogue.Find("json") is { } language)
        {
            await engine.CheckAsync(language, SourceText.From("[1,, 2"), Layer.Fast, CancellationToken.None);
        }
    }
}
