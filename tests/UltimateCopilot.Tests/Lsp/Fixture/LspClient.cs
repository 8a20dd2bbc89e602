using System.IO.Pipelines;
using System.Text.Json;
using UltimateCopilot.Lsp;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Rpc;
using UltimateCopilot.Tests.Lsp.Conformance;

namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>A client joined to a real server by pipes in memory.</summary>
internal sealed partial class LspClient : IAsyncDisposable
{
    private readonly Pipe _toServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe _toClient = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly LspServer _server = new(TimeProvider.System);
    private readonly RpcConnection _connection;
    private readonly Task _reading;

    private LspClient(ClientSetup setup, int? watchedProcess)
    {
        Setup = setup;
        var input = new FrameTap(_toServer.Writer.AsStream(), body => Conversation.Add(new Message(IsFromServer: false, body)));
        var output = new FrameTap(_toClient.Writer.AsStream(), body => Conversation.Add(new Message(IsFromServer: true, body)));
        Running = _server.RunAsync(_toServer.Reader.AsStream(), output, watchedProcess);
        _connection = new RpcConnection(_toClient.Reader.AsStream(), input, Methods());
        _reading = _connection.RunAsync(CancellationToken.None);
    }

    public ClientSetup Setup { get; }

    public Conversation Conversation { get; } = new();

    /// <summary>The server's life; its result is the exit code.</summary>
    public Task<int> Running { get; }

    /// <summary>What <c>initialize</c> was answered.</summary>
    public JsonElement Initialized { get; private set; }

    /// <summary>Answers <c>workspace/configuration</c>, item by item; by default nothing is set. A failing task keeps the answer back.</summary>
    public Func<JsonElement, Task<object?>> Configuration { get; set; } = static _ => Task.FromResult<object?>(null);

    /// <summary>Answers the server's request to pull again.</summary>
    public Func<Task> OnRefresh { get; set; } = static () => Task.CompletedTask;

    /// <summary>A client that has not said anything yet.</summary>
    public static LspClient Connect(ClientSetup? setup = null, int? watchedProcess = null) => new(setup ?? ClientSetup.Plain, watchedProcess);

    /// <summary>A client that has been through <c>initialize</c> and <c>initialized</c>.</summary>
    public static async Task<LspClient> StartAsync(ClientSetup? setup = null, Func<JsonElement, object?>? configuration = null)
    {
        var client = Connect(setup);
        if (configuration is not null)
        {
            client.Configuration = item => Task.FromResult(configuration(item));
        }

        await client.InitializeAsync();
        return client;
    }

    public async Task InitializeAsync()
    {
        Initialized = await RequestAsync("initialize", Setup.Parameters);
        await NotifyAsync("initialized", new { });
    }

    public async Task<JsonElement> RequestAsync(string method, object? parameters = null, CancellationToken cancellation = default) =>
        await _connection.RequestAsync(method, Json.Of(parameters ?? new { }), LspJson.Default.JsonElement, LspJson.Default.JsonElement, cancellation).Within();

    /// <summary>The code of the error that a request is answered with.</summary>
    public async Task<int> RequestErrorAsync(string method, object? parameters = null)
    {
        try
        {
            var result = await RequestAsync(method, parameters);
            throw new AssertionException($"'{method}' was answered with {result.GetRawText()}.");
        }
        catch (RpcException e)
        {
            return e.Code;
        }
    }

    public async Task NotifyAsync(string method, object? parameters = null) =>
        await _connection.NotifyAsync(method, Json.Of(parameters ?? new { }), LspJson.Default.JsonElement).AsTask().Within();

    /// <summary>Ends when every message sent before has had its turn.</summary>
    public async Task PassAsync()
    {
        try
        {
            await _connection.RequestAsync("test/unknown", default, RpcNothing.Type, RpcNothing.Type).Within();
        }
        catch (RpcException)
        {
            // There is no such method, and the answer says so in its turn.
        }
    }

    /// <summary>The client says no more: the server's input ends.</summary>
    public void Leave() => _toServer.Writer.Complete();

    public async Task<int> EndAsync()
    {
        await RequestAsync("shutdown");
        await NotifyAsync("exit");
        return await Running.Within();
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        Leave();
        await Running.Within();
        await _server.DisposeAsync();
        await _toClient.Writer.CompleteAsync();
        await _reading.Within();
        Assert.That(MessageValidator.Validate(Conversation.Messages), Is.Empty, "the server's messages are not the protocol's");
    }

    private RpcMethods Methods()
    {
        var methods = new RpcMethods();
        methods.OnRequest("workspace/configuration", static () => LspJson.Default.JsonElement, static () => LspJson.Default.JsonElement, ConfigureAsync);
        methods.OnRequest("client/registerCapability", static () => LspJson.Default.JsonElement, static () => RpcNothing.Type, static (_, _) => default(ValueTask<RpcNothing>));
        methods.OnRequest("window/workDoneProgress/create", static () => LspJson.Default.JsonElement, static () => RpcNothing.Type, static (_, _) => default(ValueTask<RpcNothing>));
        methods.OnRequest("workspace/diagnostic/refresh", static () => RpcNothing.Type, static () => RpcNothing.Type, async (_, _) =>
        {
            await OnRefresh();
            return default(RpcNothing);
        });
        return methods;
    }

    private async ValueTask<JsonElement> ConfigureAsync(JsonElement parameters, CancellationToken cancellation)
    {
        var answers = new List<object?>();
        foreach (var item in parameters.GetProperty("items").EnumerateArray())
        {
            answers.Add(await Configuration(item).WaitAsync(cancellation));
        }

        return Json.Of(answers);
    }
}
