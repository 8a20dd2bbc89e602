using System.Collections.Concurrent;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Logging;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Lsp.Workspace;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp;

/// <summary>What the features of one server share: the connection, what was agreed with the client, and the open documents.</summary>
internal sealed class LspSession(SyntaxEngine engine)
{
    private RpcConnection? _connection;

    public SyntaxEngine Engine => engine;

    public LspLog Log { get; } = new();

    public RpcConnection Connection => _connection ?? throw new InvalidOperationException("The server has no connection yet.");

    public ClientFacts Client { get; set; } = ClientFacts.Unknown;

    public PositionEncoding Encoding { get; set; } = PositionEncoding.Utf16;

    /// <summary>Whether the client asks for diagnostics; otherwise they are pushed.</summary>
    public bool Pulls { get; set; }

    public bool IsTrusted { get; set; } = true;

    public WorkspaceFolders Folders { get; } = new();

    public SettingsStore Settings { get; } = new();

    /// <summary>By their canonical URI.</summary>
    public ConcurrentDictionary<string, OpenDocument> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>The open document of a URI, however it is spelt.</summary>
    public OpenDocument? Find(string uri) => Documents.GetValueOrDefault(FileUri.Canonical(uri));

    public void Attach(RpcConnection connection)
    {
        _connection = connection;
        Log.Attach(connection);
    }

    /// <summary>The finest layer to ask for a document; null where checking is switched off.</summary>
    public Layer? DeepestLayer(string uri)
    {
        var syntax = Settings.For(uri).Syntax;
        return syntax.Enable
            ? syntax.Layer switch { "fast" => Layer.Fast, "exact" => Layer.Exact, _ => Layer.Toolchain }
            : null;
    }
}
