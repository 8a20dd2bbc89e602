using System.Text.Json.Serialization.Metadata;
using UltimateCopilot.Rpc.Messages;
using UltimateCopilot.Rpc.Sending;

namespace UltimateCopilot.Rpc.Dispatch;

/// <summary>What a call needs to run and to be answered.</summary>
internal sealed class CallRunner(RpcOptions options, OutgoingQueue outgoing, IncomingRequests requests, CancellationToken stopping)
{
    /// <summary>One place for each concurrent request.</summary>
    public SemaphoreSlim Places { get; } = new(options.MaxConcurrentRequests);

    public RunningCalls Running { get; } = new();

    /// <summary>Fires when the connection stops.</summary>
    public CancellationToken Stopping { get; } = stopping;

    /// <summary>Runs a call whose turn has come. Never throws.</summary>
    public ValueTask RunAsync(IncomingCall call)
    {
        if (call.Request is { IsCancellationRequested: true } request)
        {
            return AnswerErrorAsync(call.Method, call.Id, request, Cancelled(request));
        }

        if (call.Request is null && Stopping.IsCancellationRequested)
        {
            options.Tell(RpcTraceKind.Problem, call.Method, problem: "The connection ended before the message had its turn.");
            return ValueTask.CompletedTask;
        }

        if (call.Method is { } method && RefusedByGate(method, call.Request is not null) is { } refusal)
        {
            if (call.Request is not null)
            {
                return AnswerErrorAsync(method, call.Id, call.Request, refusal);
            }

            options.Tell(RpcTraceKind.Problem, method, problem: "The notification is refused in this state.");
            return ValueTask.CompletedTask;
        }

        return call.RunAsync(this);
    }

    public void NotificationFailed(string method, Exception error)
    {
        if (!Stopping.IsCancellationRequested || error is not (OperationCanceledException or RpcConnectionLostException))
        {
            options.Report(method, error);
        }
    }

    public ValueTask AnswerAsync<TResult>(string method, IncomingRequest request, TResult result, Func<JsonTypeInfo<TResult>> type)
    {
        OutgoingFrame frame = outgoing.Rent();
        try
        {
            MessageWriter.WriteResult(frame, request.Id, result, type);
        }
        catch (Exception e)
        {
            outgoing.Return(frame);
            return AnswerFailureAsync(method, request, e);
        }

        return AnswerAsync(method, request.Id, request, frame);
    }

    public ValueTask AnswerFailureAsync(string method, IncomingRequest request, Exception error)
    {
        if (error is OperationCanceledException && request.IsCancellationRequested)
        {
            return AnswerErrorAsync(method, request.Id, request, Cancelled(request));
        }

        if (error is RpcException known)
        {
            return AnswerErrorAsync(method, request.Id, request, known);
        }

        if (error is not RpcConnectionLostException || !Stopping.IsCancellationRequested)
        {
            options.Report(method, error);
        }

        return AnswerErrorAsync(method, request.Id, request, Unexpected());
    }

    public ValueTask AnswerErrorAsync(string? method, RpcId id, IncomingRequest? request, RpcException error)
    {
        OutgoingFrame frame = outgoing.Rent();
        MessageWriter.WriteError(frame, id, error.Code, error.Message, error.ErrorData);
        return AnswerAsync(method, id, request, frame);
    }

    private static RpcException Cancelled(IncomingRequest request) => request.IsCancelledByPeer
        ? new RpcException(RpcErrorCodes.RequestCancelled, "The request was cancelled.")
        : new RpcException(RpcErrorCodes.ServerCancelled, "The connection is closing.");

    /// <summary>Neutral: what failed is nobody else's business.</summary>
    private static RpcException Unexpected() => new(RpcErrorCodes.InternalError, "The request failed unexpectedly.");

    private async ValueTask AnswerAsync(string? method, RpcId id, IncomingRequest? request, OutgoingFrame frame)
    {
        if (request is not null)
        {
            // Before the answer can be seen: from then on the peer may use the id again.
            requests.Remove(request);
        }

        int bytes = frame.BodyLength;
        try
        {
            await outgoing.SendAsync(frame, CancellationToken.None);
            options.Tell(RpcTraceKind.AnswerSent, method, id, bytes);
        }
        catch (RpcConnectionLostException)
        {
            options.Tell(RpcTraceKind.Problem, method, id, bytes, "The connection ended before the answer was sent.");
        }
    }

    private RpcException? RefusedByGate(string method, bool isRequest)
    {
        try
        {
            return options.Gate?.Invoke(method, isRequest);
        }
        catch (Exception e)
        {
            options.Report(method, e);
            return Unexpected();
        }
    }
}
