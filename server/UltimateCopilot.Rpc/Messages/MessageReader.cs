using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UltimateCopilot.Rpc.Messages;

/// <summary>Reads the payloads of messages.</summary>
internal static class MessageReader
{
    /// <summary>Reads parameters; absent ones as an empty object. A <see cref="JsonElement"/> is taken as it is, without asking for its type.</summary>
    public static bool TryReadParameters<T>(ReadOnlySpan<byte> json, Func<JsonTypeInfo<T>> type, out T value)
    {
        json = json.IsEmpty ? "{}"u8 : json;
        if (typeof(T) == typeof(JsonElement))
        {
            // The envelope was read to its end, so this is well-formed.
            Utf8JsonReader reader = new(json);
            value = (T)(object)JsonElement.ParseValue(ref reader);
            return true;
        }

        if (TryRead(json, type(), out T? read) && read is not null)
        {
            value = read;
            return true;
        }

        value = default!;
        return false;
    }

    /// <summary>Reads a result; an absent one as default.</summary>
    public static bool TryRead<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type, out T? value)
    {
        value = default;
        if (json.IsEmpty)
        {
            return true;
        }

        try
        {
            value = JsonSerializer.Deserialize(json, type);
            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Not only JsonException: constructors and converters of the program throw what they like at values they do not take.
            return false;
        }
    }

    /// <summary>The id that a cancellation names.</summary>
    public static bool TryReadCancelledId(ReadOnlySpan<byte> json, out RpcId id)
    {
        id = default;
        if (json.IsEmpty || json[0] != '{')
        {
            return false;
        }

        try
        {
            Utf8JsonReader reader = new(json);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId)
                {
                    return RpcId.TryRead(ref reader, out id);
                }

                reader.Skip();
            }
        }
        catch (InvalidOperationException)
        {
            // The id is half a surrogate pair, which no request has.
        }

        return false;
    }

    /// <summary>Reads an error answer; a misshapen one is still an error.</summary>
    public static RpcException ReadError(ReadOnlySpan<byte> json)
    {
        int code = RpcErrorCodes.InternalError;
        string message = "The peer answered with an error of unknown shape.";
        JsonElement? data = null;
        if (TryRead(json, RpcJsonContext.Default.JsonElement, out JsonElement error) && error.ValueKind == JsonValueKind.Object)
        {
            if (error.TryGetProperty("code"u8, out JsonElement number) && number.ValueKind == JsonValueKind.Number
                && number.TryGetInt32(out int known))
            {
                code = known;
            }

            if (error.TryGetProperty("message"u8, out JsonElement text) && text.ValueKind == JsonValueKind.String)
            {
                message = TextOf(text) ?? message;
            }

            data = error.TryGetProperty("data"u8, out JsonElement more) ? more : null;
        }

        return new RpcException(code, message, data);
    }

    private static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
