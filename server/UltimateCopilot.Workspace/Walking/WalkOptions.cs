namespace UltimateCopilot.Workspace.Walking;

/// <summary>What a walk leaves out.</summary>
public sealed record WalkOptions
{
    /// <summary>The defaults.</summary>
    public static readonly WalkOptions Default = new();

    /// <summary>Globs to leave out, written as lines of a <c>.gitignore</c> in each named folder; they precede every ignore file.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Whether <c>.gitignore</c>, <c>.git/info/exclude</c> and <c>.ignore</c> are honoured.</summary>
    /// <value>True by default.</value>
    public bool HonourIgnoreFiles { get; init; } = true;

    /// <summary>Whether folders of foreign and generated code are left out and reported.</summary>
    /// <value>True by default.</value>
    public bool SkipForeignFolders { get; init; } = true;

    /// <summary>Whether ignore rules match letters in either case, as git has it where file names do.</summary>
    /// <value>True by default on Windows and macOS.</value>
    public bool IgnoreCase { get; init; } = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();
}
