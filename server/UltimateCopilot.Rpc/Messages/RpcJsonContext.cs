using System.Text.Json;
using System.Text.Json.Serialization;

namespace UltimateCopilot.Rpc.Messages;

[JsonSerializable(typeof(RpcNothing))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class RpcJsonContext : JsonSerializerContext;
