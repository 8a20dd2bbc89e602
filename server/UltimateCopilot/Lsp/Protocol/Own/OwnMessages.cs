namespace UltimateCopilot.Lsp.Protocol.Own;

// Messages beyond the Language Server Protocol; their schemas with examples are in schemas/protocol/.

/// <summary><c>ultimateCopilot/status</c>, to the client: what the server is doing.</summary>
internal sealed record StatusParams(string State, string Message);

/// <summary><c>ultimateCopilot/documentStatus</c>, to the client: how far the check of one version of a document has got.</summary>
internal sealed record DocumentStatusParams(
    string Uri, int Version, string Language, string LanguageName, IReadOnlyList<LayerStatus> Layers, int Findings);

/// <summary>A layer's name and state, and why it is so.</summary>
internal sealed record LayerStatus(string Layer, string State)
{
    public string? Detail { get; init; }
}

/// <summary><c>ultimateCopilot/didChangeTrust</c>, to the server.</summary>
internal sealed record DidChangeTrustParams(bool Trusted);

/// <summary><c>ultimateCopilot/setLogLevel</c>, to the server.</summary>
internal sealed record SetLogLevelParams(string Level);

/// <summary>Result of the command <c>ultimateCopilot.server.checkWorkspace</c>.</summary>
internal sealed record CheckWorkspaceResult(int Files, int Errors, int Warnings, long Milliseconds);

/// <summary>Result of the command <c>ultimateCopilot.server.checkFile</c>.</summary>
internal sealed record CheckFileResult(int Errors, int Warnings);

/// <summary>Result of the command <c>ultimateCopilot.server.doctor</c>.</summary>
internal sealed record DoctorResult(string Markdown);
