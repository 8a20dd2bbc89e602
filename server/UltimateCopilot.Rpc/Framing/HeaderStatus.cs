namespace UltimateCopilot.Rpc.Framing;

internal enum HeaderStatus
{
    Incomplete,
    Complete,
    Malformed,
}
