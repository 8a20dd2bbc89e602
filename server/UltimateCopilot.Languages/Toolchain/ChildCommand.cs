namespace UltimateCopilot.Languages.Toolchain;

/// <summary>How a child process is started.</summary>
/// <param name="Program">Full path of the program.</param>
/// <param name="Arguments">Each as the program is to get it.</param>
internal sealed record ChildCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Environment variables on top of our own; null takes one away, such as one by which other code would be loaded.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>How long a process that stays may take until it is ready, on top of the time for its first text.</summary>
    public TimeSpan StartUp { get; init; }
}
