using System.Text.Json;
using System.Text.Json.Serialization;
using UltimateCopilot.Lsp.Protocol.Own;

namespace UltimateCopilot.Lsp.Protocol;

/// <summary>
/// How every message of the protocol is written and read. What is only written has no metadata for reading: it would cost start-up time.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(RegistrationParams), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DidChangeWatchedFilesRegistrationOptions), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DidChangeConfigurationRegistrationOptions), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(SetTraceParams))]
[JsonSerializable(typeof(LogTraceParams), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(LogMessageParams), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ExecuteCommandParams))]
[JsonSerializable(typeof(WorkDoneProgressCreateParams), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(WorkDoneProgressCancelParams))]
[JsonSerializable(typeof(ProgressParams), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(WorkDoneProgressBegin), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(WorkDoneProgressReport), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(WorkDoneProgressEnd), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(Range))] // read in changes, written in diagnostics
[JsonSerializable(typeof(DidOpenTextDocumentParams))]
[JsonSerializable(typeof(DidChangeTextDocumentParams))]
[JsonSerializable(typeof(DidCloseTextDocumentParams))]
[JsonSerializable(typeof(DidChangeWorkspaceFoldersParams))]
[JsonSerializable(typeof(DidChangeWatchedFilesParams))]
[JsonSerializable(typeof(PublishDiagnosticsParams), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DocumentDiagnosticParams))]
[JsonSerializable(typeof(DocumentDiagnosticReport))]
[JsonSerializable(typeof(WorkspaceDiagnosticParams))]
[JsonSerializable(typeof(WorkspaceDiagnosticReport))]
[JsonSerializable(typeof(WorkspaceDiagnosticReportPartialResult))]
[JsonSerializable(typeof(DiagnosticServerCancellationData), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DocumentSymbolParams))]
[JsonSerializable(typeof(IReadOnlyList<DocumentSymbol>), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(IReadOnlyList<SymbolInformation>), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(WorkspaceSymbolParams))]
[JsonSerializable(typeof(FoldingRangeParams))]
[JsonSerializable(typeof(IReadOnlyList<FoldingRange>), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(SelectionRangeParams))]
[JsonSerializable(typeof(IReadOnlyList<SelectionRange>), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(HoverParams))]
[JsonSerializable(typeof(Hover), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DidChangeConfigurationParams))]
[JsonSerializable(typeof(ConfigurationParams), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(StatusParams), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DocumentStatusParams), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DidChangeTrustParams))]
[JsonSerializable(typeof(SetLogLevelParams))]
[JsonSerializable(typeof(CheckWorkspaceResult), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(CheckFileResult), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(DoctorResult), GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class LspJson : JsonSerializerContext;
