using UltimateCopilot.Cli.Bench;
using UltimateCopilot.Cli.Check;

namespace UltimateCopilot.Cli;

/// <summary>All verbs, in the order of the help.</summary>
internal static class Verbs
{
    public static IReadOnlyList<IVerb> All { get; } = [new LspVerb(), new CheckVerb(), new DoctorVerb(), new BenchVerb()];
}
