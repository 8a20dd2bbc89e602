using System.Text.Json;

namespace UltimateCopilot.Lsp.Protocol;

internal sealed record InitializeParams
{
    public int? ProcessId { get; init; }

    public string? RootUri { get; init; }

    public ClientCapabilities? Capabilities { get; init; }

    public InitializationOptions? InitializationOptions { get; init; }

    public string? Trace { get; init; }

    public IReadOnlyList<WorkspaceFolder>? WorkspaceFolders { get; init; }
}

/// <summary>What our own client says beyond the protocol; every member has a default that suits other clients.</summary>
internal sealed record InitializationOptions
{
    /// <summary><c>push</c>: diagnostics are published even where the client could ask for them.</summary>
    public string? Diagnostics { get; init; }

    /// <summary>Whether toolchains may run; absent means yes, since an editor without the notion of trust starts servers on purpose.</summary>
    public bool? Trusted { get; init; }

    public string? LogLevel { get; init; }
}

internal sealed record ClientCapabilities
{
    public GeneralClientCapabilities? General { get; init; }

    public TextDocumentClientCapabilities? TextDocument { get; init; }

    public WorkspaceClientCapabilities? Workspace { get; init; }

    public WindowClientCapabilities? Window { get; init; }
}

internal sealed record GeneralClientCapabilities
{
    public IReadOnlyList<string>? PositionEncodings { get; init; }
}

internal sealed record TextDocumentClientCapabilities
{
    public DiagnosticClientCapabilities? Diagnostic { get; init; }

    public PublishDiagnosticsClientCapabilities? PublishDiagnostics { get; init; }
}

internal sealed record DiagnosticClientCapabilities
{
    public bool? RelatedInformation { get; init; }
}

internal sealed record PublishDiagnosticsClientCapabilities
{
    public bool? RelatedInformation { get; init; }

    public bool? VersionSupport { get; init; }
}

internal sealed record WorkspaceClientCapabilities
{
    public bool? Configuration { get; init; }

    public DidChangeConfigurationClientCapabilities? DidChangeConfiguration { get; init; }

    public DidChangeWatchedFilesClientCapabilities? DidChangeWatchedFiles { get; init; }

    public DiagnosticWorkspaceClientCapabilities? Diagnostics { get; init; }
}

internal sealed record DidChangeConfigurationClientCapabilities
{
    public bool? DynamicRegistration { get; init; }
}

internal sealed record DidChangeWatchedFilesClientCapabilities
{
    public bool? DynamicRegistration { get; init; }
}

internal sealed record DiagnosticWorkspaceClientCapabilities
{
    public bool? RefreshSupport { get; init; }
}

internal sealed record WindowClientCapabilities
{
    public bool? WorkDoneProgress { get; init; }
}

internal sealed record InitializeResult
{
    public required ServerCapabilities Capabilities { get; init; }

    public ServerInfo? ServerInfo { get; init; }
}

internal sealed record ServerInfo(string Name, string? Version);

internal sealed record ServerCapabilities
{
    public string? PositionEncoding { get; init; }

    public TextDocumentSyncOptions? TextDocumentSync { get; init; }

    public DiagnosticOptions? DiagnosticProvider { get; init; }

    public ExecuteCommandOptions? ExecuteCommandProvider { get; init; }

    public WorkspaceOptions? Workspace { get; init; }
}

internal sealed record TextDocumentSyncOptions
{
    public bool? OpenClose { get; init; }

    public TextDocumentSyncKind? Change { get; init; }
}

internal enum TextDocumentSyncKind
{
    None = 0,
    Full = 1,
    Incremental = 2,
}

internal sealed record DiagnosticOptions
{
    public string? Identifier { get; init; }

    public required bool InterFileDependencies { get; init; }

    public required bool WorkspaceDiagnostics { get; init; }
}

internal sealed record ExecuteCommandOptions
{
    public required IReadOnlyList<string> Commands { get; init; }

    public bool? WorkDoneProgress { get; init; }
}

internal sealed record WorkspaceOptions
{
    public WorkspaceFoldersServerCapabilities? WorkspaceFolders { get; init; }
}

internal sealed record WorkspaceFoldersServerCapabilities
{
    public bool? Supported { get; init; }

    public bool? ChangeNotifications { get; init; }
}

internal sealed record RegistrationParams(IReadOnlyList<Registration> Registrations);

internal sealed record Registration(string Id, string Method)
{
    public JsonElement? RegisterOptions { get; init; }
}

internal sealed record DidChangeWatchedFilesRegistrationOptions(IReadOnlyList<FileSystemWatcher> Watchers);

internal sealed record FileSystemWatcher(string GlobPattern);

internal sealed record DidChangeConfigurationRegistrationOptions
{
    public string? Section { get; init; }
}

internal sealed record SetTraceParams(string Value);

internal sealed record LogTraceParams(string Message)
{
    public string? Verbose { get; init; }
}

internal sealed record LogMessageParams(MessageType Type, string Message);

internal enum MessageType
{
    Error = 1,
    Warning = 2,
    Info = 3,
    Log = 4,
    Debug = 5,
}

internal sealed record ExecuteCommandParams
{
    public required string Command { get; init; }

    public IReadOnlyList<JsonElement>? Arguments { get; init; }

    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record WorkDoneProgressCreateParams(JsonElement Token);

internal sealed record WorkDoneProgressCancelParams(JsonElement Token);

internal sealed record ProgressParams(JsonElement Token, JsonElement Value);

internal sealed record WorkDoneProgressBegin(string Title)
{
    public string Kind { get; } = "begin";

    public bool? Cancellable { get; init; }

    public string? Message { get; init; }
}

internal sealed record WorkDoneProgressReport
{
    public string Kind { get; } = "report";

    public string? Message { get; init; }
}

internal sealed record WorkDoneProgressEnd
{
    public string Kind { get; } = "end";

    public string? Message { get; init; }
}
