namespace UltimateCopilot.Rpc.Asking;

/// <summary>Our requests in flight, by id.</summary>
internal sealed class PendingRequests
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, PendingRequest> _byId = [];
    private long _lastId;

    /// <summary>Why no request can be answered at present; null when it can. Guarded by the lock.</summary>
    private Func<Exception>? _refusal;

    /// <summary>The refusal stands for ever. Guarded by the lock.</summary>
    private bool _isLost;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byId.Count;
            }
        }
    }

    public long Add(PendingRequest request)
    {
        lock (_lock)
        {
            if (_refusal is not null)
            {
                throw _refusal();
            }

            _byId.Add(++_lastId, request);
            return _lastId;
        }
    }

    /// <summary>Takes the request out, so that exactly one caller completes it; null when it is gone.</summary>
    public PendingRequest? Take(long id)
    {
        lock (_lock)
        {
            _byId.Remove(id, out PendingRequest? request);
            return request;
        }
    }

    /// <summary>No answer can come: fails the requests in flight, and new ones until <see cref="Admit"/>.</summary>
    public void Refuse(Func<Exception> error) => Refuse(error, isFinal: false);

    /// <summary>No answer will ever come: fails the requests in flight and all later ones.</summary>
    public void Lose() => Refuse(static () => new RpcConnectionLostException(), isFinal: true);

    /// <summary>Answers can come again, unless the connection is lost.</summary>
    public void Admit()
    {
        lock (_lock)
        {
            if (!_isLost)
            {
                _refusal = null;
            }
        }
    }

    private void Refuse(Func<Exception> error, bool isFinal)
    {
        PendingRequest[] requests;
        lock (_lock)
        {
            if (_isLost)
            {
                return;
            }

            _isLost = isFinal;
            _refusal = error;
            requests = [.. _byId.Values];
            _byId.Clear();
        }

        foreach (PendingRequest request in requests)
        {
            request.SetFailure(error());
        }
    }
}
