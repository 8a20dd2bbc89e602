using System.Text.Json;

namespace UltimateCopilot.Rpc;

/// <summary>
/// An error answer. A handler throws it to answer with its code; <see cref="RpcConnection.RequestAsync"/> throws it when the peer
/// answered with an error.
/// </summary>
/// <remarks>The message and the data travel to the peer as they are: no secrets, no paths, no stack traces.</remarks>
/// <param name="code">One of <see cref="RpcErrorCodes"/> or a code of the program's own.</param>
/// <param name="message">One sentence for the peer.</param>
/// <param name="data">More about the error, for programs; absent by default.</param>
public class RpcException(int code, string message, JsonElement? data = null) : Exception(message)
{
    /// <summary>The error code of the answer.</summary>
    public int Code { get; } = code;

    /// <summary>The <c>data</c> member of the answer.</summary>
    /// <value>Absent by default.</value>
    public JsonElement? ErrorData { get; } = data;
}
