namespace UltimateCopilot.Rpc.Asking;

/// <summary>Our requests in flight, by id.</summary>
internal sealed class PendingRequests
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, PendingRequest> _byId = [];
    private long _lastId;

    /// <summary>Why no request can be answered at present; null when it can. Guarded by the lock.</summary>
    private Func<Exception>? _refusal;

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

    /// <summary>No answer will come: fails the requests in flight, and new ones until <see cref="Admit"/>.</summary>
    public void Refuse(Func<Exception> error)
    {
        PendingRequest[] requests;
        lock (_lock)
        {
            _refusal = error;
            requests = [.. _byId.Values];
            _byId.Clear();
        }

        foreach (PendingRequest request in requests)
        {
            request.SetFailure(error());
        }
    }

    /// <summary>Answers can come again.</summary>
    public void Admit()
    {
        lock (_lock)
        {
            _refusal = null;
        }
    }
}
