using System.Text.Json;
using System.Text.Json.Serialization;

namespace UltimateCopilot.Rpc.Messages;

internal sealed class RpcNothingConverter : JsonConverter<RpcNothing>
{
    public override bool HandleNull => true;

    public override RpcNothing Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, RpcNothing value, JsonSerializerOptions options) => writer.WriteNullValue();
}
