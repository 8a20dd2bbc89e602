using System.Text.Json;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Logging;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Lsp.Protocol.Own;
using UltimateCopilot.Lsp.Workspace;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Lifecycle;

/// <summary>From <c>initialize</c> to <c>exit</c>.</summary>
internal sealed class Lifecycle(LspSession session, WorkspaceSync workspace, Action<int> watchProcess, Action exit)
{
    private string _trace = "off";

    public ServerState State { get; private set; } = ServerState.Starting;

    /// <summary>0 where the client said <c>shutdown</c> before <c>exit</c>, else 1, as the protocol asks.</summary>
    public int ExitCode => State == ServerState.ShutDown ? 0 : 1;

    public void Register(RpcMethods methods)
    {
        methods.OnExclusiveRequest("initialize", static () => LspJson.Default.JsonElement, static () => LspJson.Default.JsonElement, InitializeAsync);
        methods.OnNotification("initialized", static () => RpcNothing.Type, Initialized);
        methods.OnExclusiveRequest("shutdown", static () => RpcNothing.Type, static () => RpcNothing.Type, ShutDownAsync);
        methods.OnNotification("exit", static () => RpcNothing.Type, ExitAsync);
        methods.OnNotification("$/setTrace", static () => LspJson.Default.SetTraceParams, SetTraceAsync);
        methods.OnNotification("ultimateCopilot/setLogLevel", static () => LspJson.Default.SetLogLevelParams, SetLogLevelAsync);
    }

    /// <summary>Refuses what the state does not allow.</summary>
    public RpcException? Gate(string method, bool isRequest) => (State, method) switch
    {
        (_, "exit") => null,
        (ServerState.Starting, not "initialize") => new RpcException(RpcErrorCodes.ServerNotInitialized, "The server waits for 'initialize'."),
        (ServerState.Running, "initialize") => new RpcException(RpcErrorCodes.InvalidRequest, "The server is initialized already."),
        (ServerState.ShutDown, _) => new RpcException(RpcErrorCodes.InvalidRequest, "The server has shut down; only 'exit' is taken."),
        _ => null,
    };

    /// <summary>Sends one message's trace to a client that asked for it.</summary>
    public void Trace(RpcTraceEvent message)
    {
        if (_trace == "off" || message.Method is "$/logTrace" or "window/logMessage")
        {
            return;
        }

        var words = $"{message.Kind} {message.Method}{(message.Id is null ? string.Empty : $" ({message.Id})")}";
        var entry = new LogTraceParams(words) { Verbose = _trace == "verbose" ? $"{message.Bytes} bytes {message.Problem}".TrimEnd() : null };
        _ = SendTraceAsync(entry);
    }

    private ValueTask<JsonElement> InitializeAsync(JsonElement parameters, CancellationToken cancellation)
    {
        var client = new ClientFacts(parameters);
        session.Client = client;
        session.IsTrusted = client.IsTrusted;
        session.Pulls = client.PullsDiagnostics && !client.WantsPush;
        session.Encoding = client.PrefersUtf8 ? PositionEncoding.Utf8 : PositionEncoding.Utf16;
        session.Log.Level = LspLog.Parse(client.LogLevel) ?? LogLevel.Info;
        session.Folders.Set(client.Folders);
        _trace = client.Trace ?? "off";
        if (client.ProcessId is { } process)
        {
            watchProcess(process);
        }

        State = ServerState.Running;
        return ValueTask.FromResult(InitializeAnswer.Write(session.Encoding, session.Pulls));
    }

    private ValueTask Initialized(RpcNothing parameters, CancellationToken cancellation)
    {
        session.Log.Info($"Ultimate Copilot {ProgramVersion.Text}, process {Environment.ProcessId}.");
        // Not awaited: the client's answers need not hold up the documents that it opens meanwhile.
        _ = RegisterForChangesAsync(cancellation);
        _ = Task.Run(() => WarmUp.FirstDocumentAsync(session.Engine), CancellationToken.None);
        workspace.LoadSettings(pushed: null, cancellation);
        return ValueTask.CompletedTask;
    }

    private async Task RegisterForChangesAsync(CancellationToken cancellation)
    {
        var registrations = new List<Registration>();
        if (session.Client.RegistersConfigurationChanges)
        {
            registrations.Add(new Registration("configuration", "workspace/didChangeConfiguration")
            {
                RegisterOptions = JsonSerializer.SerializeToElement(
                    new DidChangeConfigurationRegistrationOptions { Section = Settings.SettingsReader.Section }, LspJson.Default.DidChangeConfigurationRegistrationOptions),
            });
        }

        if (session.Client.RegistersFileChanges)
        {
            registrations.Add(new Registration("files", "workspace/didChangeWatchedFiles")
            {
                RegisterOptions = JsonSerializer.SerializeToElement(
                    new DidChangeWatchedFilesRegistrationOptions([new Protocol.FileSystemWatcher("**/*")]), LspJson.Default.DidChangeWatchedFilesRegistrationOptions),
            });
        }

        if (registrations.Count == 0)
        {
            return;
        }

        try
        {
            await session.Connection.RequestAsync(
                "client/registerCapability", new RegistrationParams(registrations), LspJson.Default.RegistrationParams, RpcNothing.Type, cancellation);
        }
        catch (Exception e) when (e is RpcException or RpcConnectionLostException or OperationCanceledException)
        {
            session.Log.Debug("The client will not tell of changed settings and files.");
        }
    }

    private async ValueTask<RpcNothing> ShutDownAsync(RpcNothing parameters, CancellationToken cancellation)
    {
        State = ServerState.ShutDown;
        foreach (var (uri, _) in session.Documents)
        {
            if (session.Documents.TryRemove(uri, out var document))
            {
                document.Dispose();
            }
        }

        await workspace.EndAsync();
        return default;
    }

    private ValueTask ExitAsync(RpcNothing parameters, CancellationToken cancellation)
    {
        exit();
        return ValueTask.CompletedTask;
    }

    private ValueTask SetTraceAsync(SetTraceParams parameters, CancellationToken cancellation)
    {
        _trace = parameters.Value;
        return ValueTask.CompletedTask;
    }

    private ValueTask SetLogLevelAsync(SetLogLevelParams parameters, CancellationToken cancellation)
    {
        session.Log.Level = LspLog.Parse(parameters.Level) ?? session.Log.Level;
        return ValueTask.CompletedTask;
    }

    private async Task SendTraceAsync(LogTraceParams entry)
    {
        try
        {
            await session.Connection.NotifyAsync("$/logTrace", entry, LspJson.Default.LogTraceParams);
        }
        catch (RpcConnectionLostException)
        {
            // Nobody is there to read it.
        }
    }
}
