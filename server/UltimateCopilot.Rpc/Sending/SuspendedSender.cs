namespace UltimateCopilot.Rpc.Sending;

/// <summary>A sender that waits for room; its task ends when its frame is queued, withdrawn or given up.</summary>
internal sealed class SuspendedSender(OutgoingFrame frame) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    public OutgoingFrame Frame { get; } = frame;
}
