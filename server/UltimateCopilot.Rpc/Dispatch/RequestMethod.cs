using System.Text.Json.Serialization.Metadata;
using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc.Dispatch;

internal sealed class RequestMethod<TParams, TResult>(
    string name,
    Func<JsonTypeInfo<TParams>> parameters,
    Func<JsonTypeInfo<TResult>> result,
    Func<TParams, CancellationToken, ValueTask<TResult>> handler,
    bool exclusive) : RpcMethod(name)
{
    public override bool IsRequest => true;

    private bool IsExclusive { get; } = exclusive;

    public override IncomingCall Read(RpcId id, IncomingRequest? request, ReadOnlySpan<byte> json)
    {
        ArgumentNullException.ThrowIfNull(request);
        return MessageReader.TryReadParameters(json, parameters, out TParams value)
            ? new Call(this, value, request)
            : new RefusedCall(Name, id, request, RpcErrorCodes.InvalidParams, RefusedCall.WrongParameters);
    }

    private async ValueTask AnswerAsync(CallRunner runner, IncomingRequest request, TParams value)
    {
        TResult answer;
        try
        {
            answer = await handler(value, request.Token);
        }
        catch (Exception e)
        {
            await runner.AnswerFailureAsync(Name, request, e);
            return;
        }

        await runner.AnswerAsync(Name, request, answer, result);
    }

    private sealed class Call(RequestMethod<TParams, TResult> method, TParams value, IncomingRequest request)
        : IncomingCall(method.Name, request.Id, request)
    {
        private readonly IncomingRequest _request = request;

        public override async ValueTask RunAsync(CallRunner runner)
        {
            if (method.IsExclusive)
            {
                await method.AnswerAsync(runner, _request, value);
                return;
            }

            await runner.Places.WaitAsync(CancellationToken.None);
            runner.Running.Enter();
            // Not awaited: later messages do not wait for a reading request. It never throws.
            _ = AnswerInPlaceAsync(runner);
        }

        private async Task AnswerInPlaceAsync(CallRunner runner)
        {
            await method.AnswerAsync(runner, _request, value);
            runner.Places.Release();
            runner.Running.Exit();
        }
    }
}
