namespace UltimateCopilot.Languages.Toolchain;

/// <summary>Which programs the toolchain layer may start, and what they may use.</summary>
public sealed record ToolchainOptions
{
    /// <summary>The Python interpreter: a name looked up on the path, or a full path. Default: <c>python3</c>.</summary>
    public string Python { get; init; } = "python3";

    /// <summary>Time for one file, after which the worker is killed. Default: 2 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Memory of one worker in bytes, beyond which it is killed. Default: 512 MiB.</summary>
    public long MemoryLimit { get; init; } = 512L << 20;

    /// <summary>Processes of one toolchain at the same time. Default: 1, which serves an editor.</summary>
    public int Workers { get; init; } = 1;
}
