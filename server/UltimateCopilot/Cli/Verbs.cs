using UltimateCopilot.Cli.Bench;
using UltimateCopilot.Cli.Check;

namespace UltimateCopilot.Cli;

/// <summary>All verbs, in the order of the help.</summary>
internal static class Verbs
{
    /// <summary>New ones each time: a verb holds the options that one command line is read by.</summary>
    public static IReadOnlyList<IVerb> Create() => [new LspVerb(), new CheckVerb(), new DoctorVerb(), new BenchVerb()];
}
