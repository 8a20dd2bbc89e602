using System.Text.Json;

namespace UltimateCopilot.Lsp.Protocol;

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
    public bool OpenClose { get; init; }

    /// <summary>A value of <see cref="TextDocumentSyncKind"/>.</summary>
    public int Change { get; init; }
}

// Enumerations that are only written are numbers with names: a converter for each would cost start-up time.

/// <summary>How changes of a document are sent.</summary>
internal static class TextDocumentSyncKind
{
    public const int Incremental = 2;
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

    public bool WorkDoneProgress { get; init; }
}

internal sealed record WorkspaceOptions
{
    public WorkspaceFoldersServerCapabilities? WorkspaceFolders { get; init; }
}

internal sealed record WorkspaceFoldersServerCapabilities
{
    public bool Supported { get; init; }

    public bool ChangeNotifications { get; init; }
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

internal sealed record LogMessageParams(int Type, string Message);

/// <summary>How bad a log entry is.</summary>
internal static class MessageType
{
    public const int Error = 1;
    public const int Warning = 2;
    public const int Info = 3;
    public const int Log = 4;
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

    public bool Cancellable { get; init; }

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
