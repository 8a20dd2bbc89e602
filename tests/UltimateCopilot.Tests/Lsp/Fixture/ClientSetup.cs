namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>What a client says of itself.</summary>
internal sealed record ClientSetup
{
    public static readonly ClientSetup Plain = new();

    /// <summary>The client that comes with the server: it is pushed to, and knows the notifications beyond the protocol.</summary>
    public static readonly ClientSetup Own = new() { InitializationOptions = new { diagnostics = "push", trusted = true }, Pulls = true, Refreshes = true };

    /// <summary>A client that asks for diagnostics and can be told to ask again.</summary>
    public static readonly ClientSetup Pulling = new() { Pulls = true, Refreshes = true };

    public bool Pulls { get; init; }

    public bool Refreshes { get; init; }

    public bool GivesConfiguration { get; init; }

    public bool ShowsProgress { get; init; }

    public bool TakesSymbolTrees { get; init; }

    public bool RegistersChanges { get; init; }

    public string[] Encodings { get; init; } = ["utf-16"];

    public object? InitializationOptions { get; init; }

    public string[] Folders { get; init; } = [];

    public int? ProcessId { get; init; }

    public string Trace { get; init; } = "off";

    public object Parameters => new
    {
        processId = ProcessId,
        rootUri = (string?)null,
        clientInfo = new { name = "test", version = "1" },
        trace = Trace,
        initializationOptions = InitializationOptions,
        workspaceFolders = Folders.Length == 0 ? null : Folders.Select(static uri => new { uri, name = uri[(uri.LastIndexOf('/') + 1)..] }),
        capabilities = new
        {
            general = new { positionEncodings = Encodings },
            window = new { workDoneProgress = ShowsProgress },
            workspace = new
            {
                configuration = GivesConfiguration,
                didChangeConfiguration = new { dynamicRegistration = RegistersChanges },
                didChangeWatchedFiles = new { dynamicRegistration = RegistersChanges },
                workspaceFolders = true,
                diagnostics = new { refreshSupport = Refreshes },
            },
            textDocument = Pulls
                ? (object)new { publishDiagnostics = new { relatedInformation = true }, diagnostic = new { dynamicRegistration = false } }
                : new { publishDiagnostics = new { relatedInformation = true }, documentSymbol = new { hierarchicalDocumentSymbolSupport = TakesSymbolTrees } },
        },
    };
}
