using System.Text.Json.Serialization.Metadata;
using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc.Asking;

internal sealed class PendingRequest<TResult>(JsonTypeInfo<TResult> type) : PendingRequest
{
    /// <summary>Continues elsewhere: the caller's code must not run in the reading loop.</summary>
    private readonly TaskCompletionSource<TResult?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TResult?> Answer => _answer.Task;

    public override void SetResult(ReadOnlySpan<byte> json)
    {
        if (MessageReader.TryRead(json, type, out TResult? result))
        {
            _answer.TrySetResult(result);
        }
        else
        {
            SetFailure(new RpcException(RpcErrorCodes.InternalError, "The peer's answer does not have the expected shape."));
        }
    }

    public override void SetFailure(Exception error) => _answer.TrySetException(error);

    public override void SetCancelled(CancellationToken cancellation) => _answer.TrySetCanceled(cancellation);
}
