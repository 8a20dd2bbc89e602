using System.Text.Json;

namespace UltimateCopilot.Lsp.Protocol;

/// <summary>
/// What matters of <c>InitializeParams</c>. Read from the document itself: binding the whole tree of a client's capabilities to types costs
/// more than the rest of start-up, for a dozen facts.
/// </summary>
internal sealed class ClientFacts(JsonElement parameters)
{
    // Paths below InitializeParams; a test holds them against the protocol's official declarations.
    private const string Encodings = "capabilities.general.positionEncodings";
    private const string PullSupport = "capabilities.textDocument.diagnostic";
    private const string RelatedInPull = "capabilities.textDocument.diagnostic.relatedInformation";
    private const string RelatedInPush = "capabilities.textDocument.publishDiagnostics.relatedInformation";
    private const string Refresh = "capabilities.workspace.diagnostics.refreshSupport";
    private const string Configuration = "capabilities.workspace.configuration";
    private const string ConfigurationChanges = "capabilities.workspace.didChangeConfiguration.dynamicRegistration";
    private const string FileChanges = "capabilities.workspace.didChangeWatchedFiles.dynamicRegistration";
    private const string Progress = "capabilities.window.workDoneProgress";
    private const string SymbolTrees = "capabilities.textDocument.documentSymbol.hierarchicalDocumentSymbolSupport";
    private const string FoldLimit = "capabilities.textDocument.foldingRange.rangeLimit";
    private const string HoverFormats = "capabilities.textDocument.hover.contentFormat";
    private const string Process = "processId";
    private const string Root = "rootUri";
    private const string FolderList = "workspaceFolders";
    private const string TraceValue = "trace";

    /// <summary>A client about which nothing is known.</summary>
    public static readonly ClientFacts Unknown = new(default);

    /// <summary>Every path that is read.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        Encodings, PullSupport, RelatedInPull, RelatedInPush, Refresh, Configuration, ConfigurationChanges, FileChanges, Progress, SymbolTrees, FoldLimit, HoverFormats, Process, Root, FolderList, TraceValue,
    ];

    public bool PullsDiagnostics => At(PullSupport).ValueKind == JsonValueKind.Object;

    public bool ShowsRelatedInformation { get; } = IsTrue(parameters, RelatedInPush) || IsTrue(parameters, RelatedInPull);

    public bool TakesDiagnosticRefresh { get; } = IsTrue(parameters, Refresh);

    public bool GivesConfiguration => IsTrue(parameters, Configuration);

    public bool RegistersConfigurationChanges => IsTrue(parameters, ConfigurationChanges);

    public bool RegistersFileChanges => IsTrue(parameters, FileChanges);

    public bool ShowsProgress => IsTrue(parameters, Progress);

    /// <summary>Whether symbols may hold symbols; older clients take a flat list.</summary>
    public bool TakesSymbolTrees { get; } = IsTrue(parameters, SymbolTrees);

    /// <summary>More folds than these the client does not show.</summary>
    public int MostFolds => At(FoldLimit) is { ValueKind: JsonValueKind.Number } limit && limit.TryGetInt32(out var number) ? number : int.MaxValue;

    /// <summary>Whether a hover may be Markdown. A client that says nothing of formats reads it as well.</summary>
    public bool ReadsMarkdown => At(HoverFormats).ValueKind != JsonValueKind.Array || Items(HoverFormats).Any(static format => format.ValueEquals("markdown"));

    /// <summary>Whether the client prefers columns that count UTF-8 bytes; UTF-16 is what the text is kept in.</summary>
    public bool PrefersUtf8
    {
        get
        {
            foreach (var encoding in Items(Encodings))
            {
                if (encoding.ValueKind == JsonValueKind.String && (encoding.ValueEquals("utf-16") || encoding.ValueEquals("utf-8")))
                {
                    return encoding.ValueEquals("utf-8");
                }
            }

            return false;
        }
    }

    /// <summary>The process whose end ends the server.</summary>
    public int? ProcessId => At(Process) is { ValueKind: JsonValueKind.Number } id && id.TryGetInt32(out var number) && number > 0 ? number : null;

    /// <summary>The folders that are open; from older clients the one root.</summary>
    public List<WorkspaceFolder> Folders
    {
        get
        {
            var folders = new List<WorkspaceFolder>();
            foreach (var item in Items(FolderList))
            {
                if (Text(item, "uri") is { Length: > 0 } uri)
                {
                    folders.Add(new WorkspaceFolder(uri, Text(item, "name") ?? string.Empty));
                }
            }

            if (folders.Count == 0 && Text(parameters, Root) is { Length: > 0 } root)
            {
                folders.Add(new WorkspaceFolder(root, "root"));
            }

            return folders;
        }
    }

    public string? Trace => Text(parameters, TraceValue);

    /// <summary>Our own client asks to be pushed diagnostics, whatever the library beneath it announces.</summary>
    public bool WantsPush => Text(parameters, "initializationOptions.diagnostics") == "push";

    /// <summary>Whether the client is ours and knows our notifications.</summary>
    public bool IsOwn => Text(parameters, "initializationOptions.diagnostics") is not null;

    /// <summary>Whether toolchains may run. An editor without the notion of trust starts servers on purpose: absent means yes.</summary>
    public bool IsTrusted => At("initializationOptions.trusted").ValueKind != JsonValueKind.False;

    public string? LogLevel => Text(parameters, "initializationOptions.logLevel");

    private JsonElement At(string path) => At(parameters, path);

    private JsonElement.ArrayEnumerator Items(string path) => At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static JsonElement At(JsonElement element, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }

    private static bool IsTrue(JsonElement element, string path) => At(element, path).ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement element, string path) => At(element, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
