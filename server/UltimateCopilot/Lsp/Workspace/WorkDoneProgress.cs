using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Workspace;

/// <summary>Shows the client how long work goes, and lets it cancel.</summary>
internal sealed class WorkDoneProgress(LspSession session)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private int _lastToken;

    public void Register(RpcMethods methods) =>
        methods.OnNotification("window/workDoneProgress/cancel", static () => LspJson.Default.WorkDoneProgressCancelParams, Cancel);

    /// <summary>Runs work under a token of the client's, or one that the client is asked to create; without either, silently.</summary>
    /// <param name="given">The token that came with the request.</param>
    /// <param name="title">What is done, in a few words.</param>
    /// <param name="work">Reports by the given function; its token fires when the user cancels.</param>
    /// <param name="cancellation">Cancels the work from the request.</param>
    public async Task<T> RunAsync<T>(
        JsonElement? given, string title, Func<Func<string, ValueTask>, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        if ((given ?? await CreateTokenAsync(cancellation)) is not { } token)
        {
            return await work(static _ => ValueTask.CompletedTask, cancellation);
        }

        // Never disposed: the user may cancel at the very end.
        var cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var key = token.GetRawText();
        _running[key] = cancel;
        try
        {
            await SendAsync(token, new WorkDoneProgressBegin(title) { Cancellable = true }, LspJson.Default.WorkDoneProgressBegin);
            return await work(message => SendAsync(token, new WorkDoneProgressReport { Message = message }, LspJson.Default.WorkDoneProgressReport), cancel.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new RpcException(RpcErrorCodes.RequestCancelled, "The user cancelled it.");
        }
        finally
        {
            _running.TryRemove(key, out _);
            await SendAsync(token, new WorkDoneProgressEnd(), LspJson.Default.WorkDoneProgressEnd);
        }
    }

    /// <summary>A token that the client has agreed to; null where it does not show progress.</summary>
    private async Task<JsonElement?> CreateTokenAsync(CancellationToken cancellation)
    {
        if (!session.Client.ShowsProgress)
        {
            return null;
        }

        var token = JsonSerializer.SerializeToElement($"ultimate-copilot-{Interlocked.Increment(ref _lastToken)}", LspJson.Default.String);
        try
        {
            await session.Connection.RequestAsync(
                "window/workDoneProgress/create", new WorkDoneProgressCreateParams(token), LspJson.Default.WorkDoneProgressCreateParams, RpcNothing.Type, cancellation);
            return token;
        }
        catch (RpcException)
        {
            return null; // then it is done without
        }
    }

    private ValueTask SendAsync<T>(JsonElement token, T value, JsonTypeInfo<T> type) =>
        session.Connection.NotifyAsync(
            "$/progress", new ProgressParams(token, JsonSerializer.SerializeToElement(value, type)), LspJson.Default.ProgressParams);

    private async ValueTask Cancel(WorkDoneProgressCancelParams parameters, CancellationToken cancellation)
    {
        if (_running.TryGetValue(parameters.Token.GetRawText(), out var running))
        {
            await running.CancelAsync();
        }
    }
}
