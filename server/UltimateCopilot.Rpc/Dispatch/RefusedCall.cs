using UltimateCopilot.Rpc.Messages;

namespace UltimateCopilot.Rpc.Dispatch;

/// <summary>A message that no handler takes. It waits its turn like any other, since its answer needs room among the outgoing.</summary>
internal sealed class RefusedCall(string? method, RpcId id, IncomingRequest? request, int code, string message)
    : IncomingCall(method, id, request)
{
    public const string WrongParameters = "The parameters do not have the shape that the method takes.";

    /// <summary>It is a notification: nobody waits for an answer.</summary>
    private readonly bool _isSilent = method is not null && request is null;

    public override async ValueTask RunAsync(CallRunner runner)
    {
        RpcException error = new(code, message);
        if (_isSilent)
        {
            runner.NotificationFailed(Method ?? string.Empty, error);
        }
        else
        {
            await runner.AnswerErrorAsync(Method, Id, Request, error);
        }
    }
}
