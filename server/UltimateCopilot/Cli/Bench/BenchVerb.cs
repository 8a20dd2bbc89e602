using System.CommandLine;

namespace UltimateCopilot.Cli.Bench;

/// <summary>The verb <c>bench</c>: measures an engine on the user's own data.</summary>
internal sealed class BenchVerb : IVerb
{
    private static readonly IReadOnlyList<IVerb> Parts = [new SyntaxBenchVerb()];

    public IReadOnlyList<Example> Examples { get; } = [.. Parts.SelectMany(static part => part.Examples)];

    public Command Declare(CliContext context)
    {
        var command = new Command("bench", "Measure an engine on your own data: JSON Lines in, one line a case out, then a table.");
        foreach (var part in Parts)
        {
            command.Subcommands.Add(part.Declare(context));
        }

        return command;
    }
}
