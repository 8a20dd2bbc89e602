using System.Globalization;
using System.Text;
using System.Text.Json;

namespace UltimateCopilot.Rpc.Messages;

/// <summary>The id of a request, in any form a peer may choose. Equal ids are the same request.</summary>
internal readonly record struct RpcId(RpcIdKind Kind, long Number, string? Text)
{
    public static RpcId Of(long number) => new(RpcIdKind.Number, number, null);

    /// <summary>Reads the id the reader stands on; false when it is of no kind that an id may have.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out RpcId id)
    {
        id = default;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.String:
                id = new RpcId(RpcIdKind.Text, 0, reader.GetString());
                return true;
            case JsonTokenType.Number:
                id = reader.TryGetInt64(out long number)
                    ? Of(number)
                    : new RpcId(RpcIdKind.RawNumber, 0, Encoding.UTF8.GetString(reader.ValueSpan));
                return true;
            default:
                return false;
        }
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("id"u8);
        switch (Kind)
        {
            case RpcIdKind.Number:
                writer.WriteNumberValue(Number);
                break;
            case RpcIdKind.Text:
                writer.WriteStringValue(Text);
                break;
            case RpcIdKind.RawNumber:
                writer.WriteRawValue(Text ?? "null", skipInputValidation: true);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    public override string ToString() => Kind switch
    {
        RpcIdKind.Number => Number.ToString(CultureInfo.InvariantCulture),
        RpcIdKind.Null => "null",
        _ => Text ?? string.Empty,
    };
}
