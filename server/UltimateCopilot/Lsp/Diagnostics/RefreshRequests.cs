using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Diagnostics;

/// <summary>
/// Asks the client to pull diagnostics again, one request at a time; what changes while one is under way is asked for behind it, since the
/// client may have pulled before the change.
/// </summary>
internal sealed class RefreshRequests(LspSession session)
{
    private readonly Lock _lock = new();

    /// <summary>A request is under way. Guarded by the lock.</summary>
    private bool _isAsking;

    /// <summary>Another one is to follow. Guarded by the lock.</summary>
    private bool _again;

    public void Ask()
    {
        if (!session.Client.TakesDiagnosticRefresh)
        {
            return;
        }

        lock (_lock)
        {
            _again = _isAsking;
            if (_isAsking)
            {
                return;
            }

            _isAsking = true;
        }

        _ = AskAsync();
    }

    private async Task AskAsync()
    {
        do
        {
            try
            {
                await session.Connection.RequestAsync("workspace/diagnostic/refresh", default, RpcNothing.Type, RpcNothing.Type);
            }
            catch (Exception e) when (e is RpcException or RpcConnectionLostException)
            {
                session.Log.Debug("The client did not take the request to pull diagnostics again.");
            }
        }
        while (GoesOn());
    }

    private bool GoesOn()
    {
        lock (_lock)
        {
            _isAsking = _again;
            _again = false;
            return _isAsking;
        }
    }
}
