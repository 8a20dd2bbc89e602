using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc.Sending;

/// <summary>Writes messages into frames.</summary>
internal static class MessageWriter
{
    public static void WriteCall<TParams>(OutgoingFrame frame, RpcId? id, string method, TParams parameters, JsonTypeInfo<TParams> type)
    {
        Utf8JsonWriter writer = Begin(frame);
        id?.WriteTo(writer);
        writer.WriteString("method"u8, method);
        if (parameters is not null and not RpcNothing)
        {
            writer.WritePropertyName("params"u8);
            JsonSerializer.Serialize(writer, parameters, type);
        }

        End(frame);
    }

    public static void WriteCancel(OutgoingFrame frame, long id)
    {
        Utf8JsonWriter writer = Begin(frame);
        writer.WriteString("method"u8, RpcConnection.CancelMethod);
        writer.WriteStartObject("params"u8);
        writer.WriteNumber("id"u8, id);
        writer.WriteEndObject();
        End(frame);
    }

    /// <summary>Writes an answer. A <see cref="JsonElement"/> is written as it is, without asking for its type.</summary>
    public static void WriteResult<TResult>(OutgoingFrame frame, RpcId id, TResult result, Func<JsonTypeInfo<TResult>> type)
    {
        Utf8JsonWriter writer = Begin(frame);
        id.WriteTo(writer);
        writer.WritePropertyName("result"u8);
        if (result is JsonElement { ValueKind: not JsonValueKind.Undefined } element)
        {
            element.WriteTo(writer);
        }
        else
        {
            JsonSerializer.Serialize(writer, result, type());
        }

        End(frame);
    }

    public static void WriteError(OutgoingFrame frame, RpcId id, int code, string message, JsonElement? data)
    {
        Utf8JsonWriter writer = Begin(frame);
        id.WriteTo(writer);
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, code);
        writer.WriteString("message"u8, message);
        if (data is { ValueKind: not JsonValueKind.Undefined } known)
        {
            writer.WritePropertyName("data"u8);
            known.WriteTo(writer);
        }

        writer.WriteEndObject();
        End(frame);
    }

    private static Utf8JsonWriter Begin(OutgoingFrame frame)
    {
        frame.Writer.WriteStartObject();
        frame.Writer.WriteString("jsonrpc"u8, "2.0"u8);
        return frame.Writer;
    }

    private static void End(OutgoingFrame frame)
    {
        frame.Writer.WriteEndObject();
        frame.Complete();
    }
}
