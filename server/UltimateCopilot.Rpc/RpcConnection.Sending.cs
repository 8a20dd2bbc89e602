using System.Text.Json.Serialization.Metadata;
using UltimateCopilot.Rpc.Asking;
using UltimateCopilot.Rpc.Messages;
using UltimateCopilot.Rpc.Sending;

namespace UltimateCopilot.Rpc;

public sealed partial class RpcConnection
{
    /// <summary>Tells the peer. Ends when the message is queued, which is at once unless the peer reads too slowly.</summary>
    /// <remarks>Parameters are written before the call returns; messages go out in the order of the calls, awaited or not.</remarks>
    /// <param name="method">The method's name.</param>
    /// <param name="parameters">The parameters; none when null or <see cref="RpcNothing"/>.</param>
    /// <param name="type">How the parameters are written.</param>
    /// <param name="cancellation">Withdraws the message while it waits for room.</param>
    /// <typeparam name="TParams">The parameters.</typeparam>
    /// <exception cref="RpcConnectionLostException">The connection has ended.</exception>
    public ValueTask NotifyAsync<TParams>(
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> type,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentNullException.ThrowIfNull(type);
        return cancellation.IsCancellationRequested
            ? ValueTask.FromCanceled(cancellation)
            : SendAsync(RpcTraceKind.NotificationSent, null, method, parameters, type, cancellation);
    }

    /// <summary>Asks the peer and waits for its answer.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="parameters">The parameters; none when null or <see cref="RpcNothing"/>.</param>
    /// <param name="parametersType">How the parameters are written.</param>
    /// <param name="resultType">How the result is read.</param>
    /// <param name="cancellation">
    /// Stops waiting at once and sends <c>$/cancelRequest</c>, unless the request has not been queued yet; a late answer is ignored.
    /// </param>
    /// <typeparam name="TParams">The parameters.</typeparam>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <returns>The result; default when the peer answered with null.</returns>
    /// <exception cref="RpcException">The peer answered with an error, or in an unexpected shape.</exception>
    /// <exception cref="RpcConnectionLostException">The connection ended before the answer came.</exception>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public async Task<TResult?> RequestAsync<TParams, TResult>(
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> parametersType,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentNullException.ThrowIfNull(parametersType);
        ArgumentNullException.ThrowIfNull(resultType);
        cancellation.ThrowIfCancellationRequested();
        PendingRequest<TResult> pending = new(resultType);
        long id = _pending.Add(pending);
        try
        {
            await SendAsync(RpcTraceKind.RequestSent, id, method, parameters, parametersType, cancellation);
        }
        catch
        {
            _pending.Take(id);
            throw;
        }

        using CancellationTokenRegistration registration = cancellation.UnsafeRegister((_, token) => CancelRequest(id, token), null);
        return await pending.Answer;
    }

    private ValueTask SendAsync<TParams>(
        RpcTraceKind kind,
        long? id,
        string method,
        TParams parameters,
        JsonTypeInfo<TParams> type,
        CancellationToken cancellation)
    {
        OutgoingFrame frame = _outgoing.Rent();
        RpcId? rpcId = id is { } number ? RpcId.Of(number) : null;
        try
        {
            MessageWriter.WriteCall(frame, rpcId, method, parameters, type);
        }
        catch
        {
            _outgoing.Return(frame);
            throw;
        }

        _options.Tell(kind, method, rpcId, frame.BodyLength);
        return _outgoing.SendAsync(frame, cancellation);
    }

    private void CancelRequest(long id, CancellationToken cancellation)
    {
        if (_pending.Take(id) is not { } pending)
        {
            return;
        }

        pending.SetCancelled(cancellation);
        _ = SendCancelAsync(id);
    }

    private async Task SendCancelAsync(long id)
    {
        try
        {
            OutgoingFrame frame = _outgoing.Rent();
            MessageWriter.WriteCancel(frame, id);
            await _outgoing.SendAsync(frame, CancellationToken.None);
        }
        catch (RpcConnectionLostException)
        {
            // Then the peer learns of it by the end of the connection.
        }
    }
}
