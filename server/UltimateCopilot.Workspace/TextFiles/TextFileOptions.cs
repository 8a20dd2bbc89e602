namespace UltimateCopilot.Workspace.TextFiles;

/// <summary>How files are read.</summary>
public sealed record TextFileOptions
{
    /// <summary>The defaults.</summary>
    public static readonly TextFileOptions Default = new();

    /// <summary>The largest file that is read.</summary>
    /// <value>16 MiB by default, 1 GiB at most.</value>
    public int MaximumBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1024 * 1024 * 1024);
            field = value;
        }
    } = 16 * 1024 * 1024;
}
