using System.Text.Json;
using UltimateCopilot.Lsp.Diagnostics;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Workspace;

namespace UltimateCopilot.Lsp.Lifecycle;

/// <summary>
/// The answer to <c>initialize</c>: what the server can do. Written as text, since it is the one message that an editor's start waits for, and
/// types for it would cost more than all else that happens until then.
/// </summary>
internal static class InitializeAnswer
{
    public static JsonElement Write(PositionEncoding encoding, bool pulls)
    {
        var pull = pulls ? $$"""
            "diagnosticProvider": { "identifier": "{{DiagnosticMapping.Source}}", "interFileDependencies": false, "workspaceDiagnostics": true },
            """ : string.Empty;
        using var document = JsonDocument.Parse($$"""
            {
              "capabilities": {
                "positionEncoding": "{{(encoding == PositionEncoding.Utf8 ? "utf-8" : "utf-16")}}",
                "textDocumentSync": { "openClose": true, "change": 2 },
                {{pull}}
                "hoverProvider": true,
                "documentSymbolProvider": true,
                "foldingRangeProvider": true,
                "selectionRangeProvider": true,
                "workspaceSymbolProvider": true,
                "executeCommandProvider": { "commands": ["{{string.Join("\", \"", Commands.Names)}}"], "workDoneProgress": true },
                "workspace": { "workspaceFolders": { "supported": true, "changeNotifications": true } }
              },
              "serverInfo": { "name": "Ultimate Copilot", "version": "{{ProgramVersion.Text}}" }
            }
            """);
        return document.RootElement.Clone();
    }
}
