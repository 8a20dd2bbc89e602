using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc.Dispatch;

/// <summary>The peer's requests in flight, by id.</summary>
internal sealed class IncomingRequests
{
    private readonly Dictionary<RpcId, IncomingRequest> _byId = [];

    /// <summary>The connection stops: whatever comes is cancelled from the start. Guarded by the table's lock.</summary>
    private bool _isStopping;

    public int Count
    {
        get
        {
            lock (_byId)
            {
                return _byId.Count;
            }
        }
    }

    /// <summary>Null when a request of this id is in flight already.</summary>
    public IncomingRequest? TryAdd(RpcId id)
    {
        IncomingRequest request = new(id);
        lock (_byId)
        {
            if (!_byId.TryAdd(id, request))
            {
                return null;
            }

            if (_isStopping)
            {
                request.Withdraw(byPeer: false);
            }

            return request;
        }
    }

    public void Remove(IncomingRequest request)
    {
        lock (_byId)
        {
            _byId.Remove(request.Id);
        }
    }

    /// <summary>False when no such request is in flight; it may just have been answered.</summary>
    public bool TryCancel(RpcId id)
    {
        lock (_byId)
        {
            if (!_byId.TryGetValue(id, out IncomingRequest? request))
            {
                return false;
            }

            request.Withdraw(byPeer: true);
            return true;
        }
    }

    public void CancelAll()
    {
        lock (_byId)
        {
            _isStopping = true;
            foreach (IncomingRequest request in _byId.Values)
            {
                request.Withdraw(byPeer: false);
            }
        }
    }
}
