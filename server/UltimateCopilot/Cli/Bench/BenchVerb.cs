using System.CommandLine;

namespace UltimateCopilot.Cli.Bench;

/// <summary>The verb <c>bench</c>: measures an engine on the user's own data.</summary>
internal sealed class BenchVerb : IVerb
{
    private readonly IReadOnlyList<IVerb> _parts = [new SyntaxBenchVerb()];

    public IReadOnlyList<Example> Examples => [.. _parts.SelectMany(static part => part.Examples)];

    public Command Declare(CliContext context)
    {
        var command = new Command("bench", "Measure an engine on your own data: JSON Lines in, one line a case out, then a table.");
        foreach (var part in _parts)
        {
            command.Subcommands.Add(part.Declare(context));
        }

        return command;
    }
}
