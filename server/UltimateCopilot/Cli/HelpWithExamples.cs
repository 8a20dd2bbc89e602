using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace UltimateCopilot.Cli;

/// <summary>The help of the library, and below it command lines to copy.</summary>
internal sealed class HelpWithExamples(HelpAction help, IReadOnlyDictionary<Command, IReadOnlyList<Example>> examples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var lines) && lines.Count > 0)
        {
            output.Write("Examples:\n");
            foreach (var line in lines)
            {
                output.Write($"  {CommandParser.ProgramName} {line.CommandLine}\n      {line.Does}\n");
            }
        }

        return ExitCodes.Fine;
    }
}
