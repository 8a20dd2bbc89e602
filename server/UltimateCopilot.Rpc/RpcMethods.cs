using System.Text.Json.Serialization.Metadata;
using UltimateCopilot.Rpc.Dispatch;

namespace UltimateCopilot.Rpc;

/// <summary>The methods one side answers. Built once, then frozen by the first connection that uses it; connections may share it.</summary>
/// <remarks>
/// Absent or null parameters are read as an empty object, so that a handler never gets null: a type whose members are all optional
/// gets its defaults, a type with required members is answered with <see cref="RpcErrorCodes.InvalidParams"/>, and
/// <see cref="RpcNothing"/> takes anything. How a type is read or written is asked for at the method's first message: describing every type
/// of a protocol beforehand would cost more than all else at start-up.
/// </remarks>
public sealed class RpcMethods
{
    private readonly Dictionary<string, RpcMethod> _byName = new(StringComparer.Ordinal);

    /// <summary>Built by <see cref="Freeze"/>; null until then.</summary>
    private MethodTable? _table;

    /// <summary>
    /// Registers a state-changing notification: it runs in arrival order and alone among the state-changing methods; later messages wait
    /// until it is done.
    /// </summary>
    /// <param name="method">The method's name.</param>
    /// <param name="parameters">How the parameters are read.</param>
    /// <param name="handler">Its token fires when the connection stops.</param>
    /// <typeparam name="TParams">The parameters.</typeparam>
    /// <exception cref="ArgumentException">The method is registered already, or reserved.</exception>
    /// <exception cref="InvalidOperationException">A connection uses these methods already.</exception>
    public void OnNotification<TParams>(
        string method,
        Func<JsonTypeInfo<TParams>> parameters,
        Func<TParams, CancellationToken, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(handler);
        Add(new NotificationMethod<TParams>(method, parameters, handler));
    }

    /// <summary>Registers a state-changing request: it runs in arrival order; later messages wait until it is answered.</summary>
    /// <inheritdoc cref="OnRequest"/>
    public void OnExclusiveRequest<TParams, TResult>(
        string method,
        Func<JsonTypeInfo<TParams>> parameters,
        Func<JsonTypeInfo<TResult>> result,
        Func<TParams, CancellationToken, ValueTask<TResult>> handler) => AddRequest(method, parameters, result, handler, exclusive: true);

    /// <summary>
    /// Registers a reading request. Its synchronous part runs in arrival order, before any later message: there it takes its snapshot.
    /// From its first real wait on it runs beside later messages, so a long computation should yield first.
    /// </summary>
    /// <param name="method">The method's name.</param>
    /// <param name="parameters">How the parameters are read.</param>
    /// <param name="result">How the result is written.</param>
    /// <param name="handler">
    /// Its token fires when the peer cancels the request or the connection stops. It throws <see cref="RpcException"/> to answer with an
    /// error; any other exception is answered with a neutral <see cref="RpcErrorCodes.InternalError"/>.
    /// </param>
    /// <typeparam name="TParams">The parameters.</typeparam>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <exception cref="ArgumentException">The method is registered already, or reserved.</exception>
    /// <exception cref="InvalidOperationException">A connection uses these methods already.</exception>
    public void OnRequest<TParams, TResult>(
        string method,
        Func<JsonTypeInfo<TParams>> parameters,
        Func<JsonTypeInfo<TResult>> result,
        Func<TParams, CancellationToken, ValueTask<TResult>> handler) => AddRequest(method, parameters, result, handler, exclusive: false);

    internal MethodTable Freeze()
    {
        lock (_byName)
        {
            return _table ??= new MethodTable(_byName.Values);
        }
    }

    private void AddRequest<TParams, TResult>(
        string method,
        Func<JsonTypeInfo<TParams>> parameters,
        Func<JsonTypeInfo<TResult>> result,
        Func<TParams, CancellationToken, ValueTask<TResult>> handler,
        bool exclusive)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(handler);
        Add(new RequestMethod<TParams, TResult>(method, parameters, result, handler, exclusive));
    }

    private void Add(RpcMethod method)
    {
        ArgumentException.ThrowIfNullOrEmpty(method.Name, nameof(method));
        if (method.Name == RpcConnection.CancelMethod)
        {
            throw new ArgumentException("The connection answers this method itself.", nameof(method));
        }

        lock (_byName)
        {
            if (_table is not null)
            {
                throw new InvalidOperationException("The methods are in use by a connection and can no longer be changed.");
            }

            if (!_byName.TryAdd(method.Name, method))
            {
                throw new ArgumentException($"The method '{method.Name}' is registered twice.", nameof(method));
            }
        }
    }
}
