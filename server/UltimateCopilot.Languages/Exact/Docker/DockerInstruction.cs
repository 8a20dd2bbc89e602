using System.Collections.Frozen;

namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>An instruction and what may follow it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">What follows.</param>
/// <param name="TakesHeredocs">Whether lines of text may follow.</param>
internal sealed record DockerInstruction(string Name, DockerArguments Arguments, bool TakesHeredocs = false)
{
    private static readonly FrozenDictionary<string, DockerInstruction> All = new[]
    {
        new DockerInstruction("FROM", DockerArguments.Image) { Flags = ["platform"] },
        new DockerInstruction("RUN", DockerArguments.Command, TakesHeredocs: true) { Flags = ["mount", "network", "security", "device"], Repeated = ["mount", "device"] },
        new DockerInstruction("CMD", DockerArguments.Command),
        new DockerInstruction("ENTRYPOINT", DockerArguments.Command),
        new DockerInstruction("SHELL", DockerArguments.Array),
        new DockerInstruction("LABEL", DockerArguments.Pairs),
        new DockerInstruction("ENV", DockerArguments.Pairs),
        new DockerInstruction("ARG", DockerArguments.Names),
        new DockerInstruction("MAINTAINER", DockerArguments.RawText),
        new DockerInstruction("EXPOSE", DockerArguments.Words),
        new DockerInstruction("ADD", DockerArguments.Paths, TakesHeredocs: true)
        {
            Flags = ["chown", "chmod", "checksum", "exclude", "link", "keep-git-dir", "unpack"], Repeated = ["exclude"], Switches = ["link", "keep-git-dir", "unpack"],
        },
        new DockerInstruction("COPY", DockerArguments.Paths, TakesHeredocs: true)
        {
            Flags = ["from", "chown", "chmod", "exclude", "link", "parents"], Repeated = ["exclude"], Switches = ["link", "parents"],
        },
        new DockerInstruction("VOLUME", DockerArguments.WordsOrArray),
        new DockerInstruction("USER", DockerArguments.Text),
        new DockerInstruction("WORKDIR", DockerArguments.Text),
        new DockerInstruction("STOPSIGNAL", DockerArguments.Text),
        new DockerInstruction("ONBUILD", DockerArguments.Instruction),
        new DockerInstruction("HEALTHCHECK", DockerArguments.Check) { Flags = ["interval", "timeout", "start-period", "start-interval", "retries"] },
    }.ToFrozenDictionary(static instruction => instruction.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The options that it knows.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Those that may stand more than once.</summary>
    public IReadOnlyList<string> Repeated { get; init; } = [];

    /// <summary>Those that need no value.</summary>
    public IReadOnlyList<string> Switches { get; init; } = [];

    /// <summary>The instruction of that name in upper or lower case; null where there is none.</summary>
    public static DockerInstruction? Find(ReadOnlySpan<char> name) =>
        All.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var instruction) ? instruction : null;
}
