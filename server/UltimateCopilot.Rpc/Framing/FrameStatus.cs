namespace UltimateCopilot.Rpc.Framing;

internal enum FrameStatus
{
    /// <summary>More bytes are needed.</summary>
    NeedMore,

    /// <summary>A whole body is there.</summary>
    Message,

    /// <summary>A body over the limit begins; its first bytes are there, the rest is skipped.</summary>
    Oversized,

    /// <summary>The header, or the length it states, is wrong; bytes are skipped up to the next header.</summary>
    Malformed,
}
