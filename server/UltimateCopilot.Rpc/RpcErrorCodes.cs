namespace UltimateCopilot.Rpc;

/// <summary>The error codes of JSON-RPC 2.0 and the Language Server Protocol.</summary>
public static class RpcErrorCodes
{
    /// <summary>The message is not JSON, not UTF-8, or its header cannot be read.</summary>
    public const int ParseError = -32700;

    /// <summary>The message is JSON, but no request, notification or answer.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>No such request is registered.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>The parameters do not have the shape that the method takes.</summary>
    public const int InvalidParams = -32602;

    /// <summary>The handler failed in a way it did not expect.</summary>
    public const int InternalError = -32603;

    /// <summary>A request came before <c>initialize</c>.</summary>
    public const int ServerNotInitialized = -32002;

    /// <summary>The peer's fault or nobody's: the request was right and could still not be carried out.</summary>
    public const int RequestFailed = -32803;

    /// <summary>This side gave the request up, for example because it is shutting down.</summary>
    public const int ServerCancelled = -32802;

    /// <summary>The document changed under the request, so that its result would be wrong.</summary>
    public const int ContentModified = -32801;

    /// <summary>The peer cancelled the request.</summary>
    public const int RequestCancelled = -32800;
}
