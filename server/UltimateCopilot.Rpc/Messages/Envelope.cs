using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace UltimateCopilot.Rpc.Messages;

/// <summary>A message taken apart, without reading its payload.</summary>
internal readonly ref struct Envelope
{
    public MessageKind Kind { get; private init; }

    public RpcId Id { get; private init; }

    /// <summary>The method's name in UTF-8, without escapes.</summary>
    public ReadOnlySpan<byte> Method { get; private init; }

    /// <summary>The JSON text of the parameters, the result or the error; empty when absent or null.</summary>
    public ReadOnlySpan<byte> Payload { get; private init; }

    public static Envelope Parse(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return default;
        }

        try
        {
            return new Members().Read(body);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>What is known of a message from its first bytes; <see cref="MessageKind.Invalid"/> when that is not enough.</summary>
    public static Envelope Peek(ReadOnlySpan<byte> start)
    {
        Members members = new();
        try
        {
            members.ReadUpToPayload(start);
        }
        catch (JsonException)
        {
            // What was understood before the break still counts.
        }

        return members.ToEnvelope();
    }

    private ref struct Members
    {
        private bool _isVersion2;
        private bool _hasId;
        private bool _isBroken;
        private RpcId _id;
        private ReadOnlySpan<byte> _method;
        private ReadOnlySpan<byte> _parameters;
        private ReadOnlySpan<byte> _result;
        private ReadOnlySpan<byte> _error;
        private bool _hasResult;
        private bool _hasError;

        public Envelope Read(ReadOnlySpan<byte> body)
        {
            Utf8JsonReader reader = new(body);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.TrySkip();
                reader.Read();
                return new Envelope { Kind = MessageKind.Invalid };
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                ReadMember(ref reader, body);
            }

            // Throws when anything follows the object.
            reader.Read();
            return ToEnvelope();
        }

        public void ReadUpToPayload(ReadOnlySpan<byte> start)
        {
            Utf8JsonReader reader = new(start, isFinalBlock: false, state: default);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isPayload = reader.ValueTextEquals("params"u8);
                _hasResult |= reader.ValueTextEquals("result"u8);
                _hasError |= reader.ValueTextEquals("error"u8);
                Utf8JsonReader ahead = reader;
                if (isPayload || _hasResult || _hasError || !ahead.Read() || !ahead.TrySkip())
                {
                    return;
                }

                ReadMember(ref reader, start);
            }
        }

        public readonly Envelope ToEnvelope()
        {
            bool isRequest = !_method.IsEmpty;
            bool isAnswer = !isRequest && _hasId && (_hasResult || _hasError);
            if (_isBroken || !_isVersion2 || (!isRequest && !isAnswer))
            {
                return new Envelope { Kind = MessageKind.Invalid, Id = isAnswer ? default : _id };
            }

            if (isRequest)
            {
                MessageKind kind = _hasId ? MessageKind.Request : MessageKind.Notification;
                return new Envelope { Kind = kind, Id = _id, Method = _method, Payload = _parameters };
            }

            return _hasError && !_error.IsEmpty
                ? new Envelope { Kind = MessageKind.Error, Id = _id, Payload = _error }
                : new Envelope { Kind = MessageKind.Result, Id = _id, Payload = _result };
        }

        /// <summary>Skips by trying, since the reader of a mere beginning allows nothing else.</summary>
        private void ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> body)
        {
            if (reader.ValueTextEquals("jsonrpc"u8))
            {
                reader.Read();
                _isVersion2 = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("2.0"u8);
                reader.TrySkip();
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                ReadId(ref reader);
            }
            else if (reader.ValueTextEquals("method"u8))
            {
                reader.Read();
                ReadMethod(ref reader);
            }
            else if (reader.ValueTextEquals("params"u8))
            {
                _parameters = ReadValue(ref reader, body);
            }
            else if (reader.ValueTextEquals("result"u8))
            {
                _hasResult = true;
                _result = ReadValue(ref reader, body);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                _hasError = true;
                _error = ReadValue(ref reader, body);
            }
            else
            {
                reader.Read();
                reader.TrySkip();
            }
        }

        private void ReadId(ref Utf8JsonReader reader)
        {
            _hasId = true;
            try
            {
                _isBroken |= !RpcId.TryRead(ref reader, out _id);
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair: JSON, but no text.
                _isBroken = true;
            }

            reader.TrySkip();
        }

        private void ReadMethod(ref Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.IsEmpty)
            {
                _isBroken = true;
                reader.TrySkip();
                return;
            }

            try
            {
                _method = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString() ?? string.Empty) : reader.ValueSpan;
            }
            catch (InvalidOperationException)
            {
                _isBroken = true;
            }
        }

        private static ReadOnlySpan<byte> ReadValue(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> body)
        {
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            bool isNull = reader.TokenType == JsonTokenType.Null;
            reader.TrySkip();
            return isNull ? default : body[start..(int)reader.BytesConsumed];
        }
    }
}
