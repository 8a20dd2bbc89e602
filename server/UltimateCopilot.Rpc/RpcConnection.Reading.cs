using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using UltimateCopilot.Rpc.Asking;
using UltimateCopilot.Rpc.Dispatch;
using UltimateCopilot.Rpc.Framing;
using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc;

public sealed partial class RpcConnection
{
    private const int ReadBytes = 64 << 10;
    private const int MinReadBytes = 4 << 10;

    /// <summary>How much of an unknown method's name is kept.</summary>
    private const int MaxNameBytes = 200;

    private async Task ReadAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                ReadResult read = await _input.ReadAsync(_stop.Token);
                ReadOnlySequence<byte> rest = await TakeAllAsync(read.Buffer);
                _input.AdvanceTo(rest.Start, rest.End);
                if (read.IsCompleted)
                {
                    if (!rest.IsEmpty)
                    {
                        _options.Tell(RpcTraceKind.Problem, bytes: rest.Length, problem: "The input ended within a message.");
                    }

                    break;
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The usual end.
        }
        catch (Exception e)
        {
            // Whatever a stream throws, nothing more can be read from it.
            _options.Tell(RpcTraceKind.Problem, problem: "The input failed: " + e.GetType().Name);
        }

        await _input.CompleteAsync();
    }

    /// <summary>Takes all whole messages; returns what is left over.</summary>
    private async ValueTask<ReadOnlySequence<byte>> TakeAllAsync(ReadOnlySequence<byte> buffer)
    {
        while (!_stop.IsCancellationRequested && TryTake(ref buffer, out IncomingCall? call))
        {
            if (call is not null && _dispatcher.Post(call) is { } room)
            {
                _pending.Refuse(static () => new RpcException(RpcErrorCodes.RequestFailed, "Too many messages wait before the answer."));
                await Task.WhenAny(room, _stopped.Task);
                _pending.Admit();
            }
        }

        return buffer;
    }

    /// <summary>Takes the next message, and its call unless it is dealt with already.</summary>
    private bool TryTake(ref ReadOnlySequence<byte> buffer, out IncomingCall? call)
    {
        call = null;
        ReadOnlySequence<byte> before = buffer;
        switch (_frames.Next(ref buffer, out ReadOnlySequence<byte> body))
        {
            case FrameStatus.NeedMore:
                return false;
            case FrameStatus.Malformed:
                call = Refuse(default, RpcErrorCodes.ParseError, "The message header is malformed.");
                return true;
            case FrameStatus.Oversized:
                call = TakeOversized(body);
                return true;
            default:
                if (!TryReadBody(body, out call))
                {
                    _frames.Resynchronise();
                    buffer = before.Slice(body.Start);
                    call = Refuse(default, RpcErrorCodes.ParseError, "The message is not valid JSON.");
                }

                return true;
        }
    }

    /// <summary>False when the body is no JSON.</summary>
    private bool TryReadBody(ReadOnlySequence<byte> body, out IncomingCall? call)
    {
        if (body.IsSingleSegment)
        {
            return TryReadMessage(body.FirstSpan, out call);
        }

        byte[] copy = ArrayPool<byte>.Shared.Rent((int)body.Length);
        body.CopyTo(copy);
        bool isJson = TryReadMessage(copy.AsSpan(0, (int)body.Length), out call);
        ArrayPool<byte>.Shared.Return(copy);
        return isJson;
    }

    private bool TryReadMessage(ReadOnlySpan<byte> body, out IncomingCall? call)
    {
        Envelope message = Envelope.Parse(body);
        call = message.Kind switch
        {
            MessageKind.NotJson => null,
            MessageKind.Request => TakeRequest(message, body.Length),
            MessageKind.Notification => TakeNotification(message, body.Length),
            MessageKind.Invalid => Refuse(message.Id, RpcErrorCodes.InvalidRequest, "The message is no JSON-RPC 2.0 message."),
            _ => TakeAnswer(message, body.Length),
        };
        if (call is not null)
        {
            call.Bytes = body.Length;
        }

        return message.Kind != MessageKind.NotJson;
    }

    private IncomingCall TakeRequest(Envelope message, int bytes)
    {
        RpcMethod? method = _methods.Find(message.Method);
        string name = method?.Name ?? NameOf(message.Method);
        _options.Tell(RpcTraceKind.RequestReceived, name, message.Id, bytes);
        if (_requests.TryAdd(message.Id) is not { } request)
        {
            return Refuse(message.Id, RpcErrorCodes.InvalidRequest, "A request with this id is still in flight.");
        }

        return method is { IsRequest: true }
            ? method.Read(message.Id, request, message.Payload)
            : new RefusedCall(name, message.Id, request, RpcErrorCodes.MethodNotFound, "There is no request named '" + name + "'.");
    }

    private IncomingCall? TakeNotification(Envelope message, int bytes)
    {
        if (message.Method.SequenceEqual("$/cancelRequest"u8))
        {
            bool found = MessageReader.TryReadCancelledId(message.Payload, out RpcId id) && _requests.TryCancel(id);
            _options.Tell(found ? RpcTraceKind.NotificationReceived : RpcTraceKind.Problem, CancelMethod, id, bytes,
                found ? null : "No such request is in flight.");
            return null;
        }

        RpcMethod? method = _methods.Find(message.Method);
        bool isKnown = method is { IsRequest: false };
        if (_options.Trace is not null)
        {
            bool isIgnorable = isKnown || message.Method.StartsWith("$/"u8);
            _options.Tell(isIgnorable ? RpcTraceKind.NotificationReceived : RpcTraceKind.Problem, method?.Name ?? NameOf(message.Method),
                bytes: bytes, problem: isIgnorable ? null : "There is no such notification.");
        }

        return isKnown ? method?.Read(default, null, message.Payload) : null;
    }

    private IncomingCall? TakeAnswer(Envelope message, int bytes)
    {
        if (TakePending(message.Id) is not { } pending)
        {
            _options.Tell(RpcTraceKind.Problem, null, message.Id, bytes, "The answer belongs to no request.");
            return null;
        }

        _options.Tell(RpcTraceKind.AnswerReceived, null, message.Id, bytes);
        if (message.Kind == MessageKind.Error)
        {
            pending.SetFailure(MessageReader.ReadError(message.Payload));
        }
        else
        {
            pending.SetResult(message.Payload);
        }

        return null;
    }

    private RefusedCall? TakeOversized(ReadOnlySequence<byte> start)
    {
        Envelope message = Envelope.Peek(start.ToArray());
        _options.Tell(RpcTraceKind.Problem, id: message.Id, problem: "A message is larger than the limit.");
        if (message.Kind is MessageKind.Result or MessageKind.Error)
        {
            TakePending(message.Id)?.SetFailure(new RpcException(RpcErrorCodes.RequestFailed, "The answer is larger than the limit."));
            return null;
        }

        return Refuse(message.Id, RpcErrorCodes.InvalidRequest, "The message is larger than the limit.");
    }

    private PendingRequest? TakePending(RpcId id) => id.Kind == RpcIdKind.Number ? _pending.Take(id.Number) : null;

    private static RefusedCall Refuse(RpcId id, int code, string message) => new(null, id, null, code, message);

    private static string NameOf(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name[..Math.Min(name.Length, MaxNameBytes)]);
}
