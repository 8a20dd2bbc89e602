using System.Text.Json;

namespace UltimateCopilot.Lsp.Protocol;

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
