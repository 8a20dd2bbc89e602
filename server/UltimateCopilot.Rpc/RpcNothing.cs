using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc;

/// <summary>The parameters of a method that takes none, and the result of a request that returns none.</summary>
/// <remarks>As parameters it is left out of the message, and takes whatever the peer sends; as a result it is <c>null</c>.</remarks>
[JsonConverter(typeof(RpcNothingConverter))]
public readonly record struct RpcNothing
{
    /// <summary>How nothing is written and read.</summary>
    public static JsonTypeInfo<RpcNothing> Type => RpcJsonContext.Default.RpcNothing;
}
