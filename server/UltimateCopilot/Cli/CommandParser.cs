using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace UltimateCopilot.Cli;

/// <summary>Puts the verbs together and finds the one that is meant. The only class that knows them all.</summary>
internal static class CommandParser
{
    public const string ProgramName = "ultimate-copilot";

    public static async Task<int> RunAsync(string[] args, CliContext context, CancellationToken cancellation)
    {
        // A path such as @types/a.ts must not be taken for a file with arguments.
        var parsed = CreateProgram(context).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction or null)
        {
            await ReportAsync(parsed, context);
            return ExitCodes.WrongUse;
        }

        var configuration = new InvocationConfiguration
        {
            Output = context.Writer,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, cancellation);
    }

    private static Command CreateProgram(CliContext context)
    {
        var verbs = Verbs.Create();
        var program = new Command(ProgramName, "Finds and mends what is syntactically broken, in any editor and on the command line.");
        var examples = new Dictionary<Command, IReadOnlyList<Example>> { [program] = [.. verbs.SelectMany(static verb => verb.Examples.Take(1))] };
        foreach (var verb in verbs)
        {
            var command = verb.Declare(context);
            program.Subcommands.Add(command);
            foreach (var part in (Command[])[command, .. command.Subcommands])
            {
                examples.Add(part, verb.Examples);
            }
        }

        var help = new HelpOption { Recursive = true, Description = "Show help and examples." };
        help.Action = new HelpWithExamples((HelpAction)help.Action!, examples);
        program.Options.Add(help);
        program.Options.Add(new Option<bool>("--version") { Description = "Show the version.", Action = new ShowVersion() });
        return program;
    }

    private static async Task ReportAsync(ParseResult parsed, CliContext context)
    {
        var command = parsed.CommandResult.Command;
        var path = command.Name == ProgramName ? ProgramName : $"{ProgramName} {string.Join(' ', Path(parsed.CommandResult))}";
        // What is not known explains what is missing.
        var errors = parsed.UnmatchedTokens.Count > 0
            ? parsed.UnmatchedTokens.Select(static token => $"'{token}' is not known here")
            : parsed.Errors.Select(static error => error.Message).Distinct();
        foreach (var error in errors)
        {
            // The library lists what there is on lines of their own.
            var sentence = string.Join(' ', error.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
            await context.WriteErrorAsync(CliErrors.WrongUse, $"{sentence}. Run '{path} --help' to see what there is.");
        }

        static IEnumerable<string> Path(System.CommandLine.Parsing.CommandResult result) => result.Parent is System.CommandLine.Parsing.CommandResult parent
            ? Path(parent).Append(result.Command.Name)
            : [];
    }

    private sealed class ShowVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.Write(ProgramVersion.Text + "\n");
            return ExitCodes.Fine;
        }
    }
}
