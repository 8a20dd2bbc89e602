using System.Text.Json.Serialization.Metadata;
using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc.Dispatch;

internal sealed class NotificationMethod<TParams>(
    string name,
    Func<JsonTypeInfo<TParams>> parameters,
    Func<TParams, CancellationToken, ValueTask> handler) : RpcMethod(name)
{
    public override bool IsRequest => false;

    public override IncomingCall Read(RpcId id, IncomingRequest? request, ReadOnlySpan<byte> json) =>
        MessageReader.TryReadParameters(json, parameters, out TParams value)
            ? new Call(this, value)
            : new RefusedCall(Name, id, request, RpcErrorCodes.InvalidParams, RefusedCall.WrongParameters);

    private sealed class Call(NotificationMethod<TParams> method, TParams value) : IncomingCall(method.Name, default, null)
    {
        public override async ValueTask RunAsync(CallRunner runner)
        {
            try
            {
                await method.Handler(value, runner.Stopping);
            }
            catch (Exception e)
            {
                runner.NotificationFailed(method.Name, e);
            }
        }
    }

    private Func<TParams, CancellationToken, ValueTask> Handler { get; } = handler;
}
