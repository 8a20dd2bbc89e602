using System.CommandLine;

namespace UltimateCopilot.Cli;

/// <summary>Declares the language server for the help; the program starts it without coming here.</summary>
internal sealed class LspVerb : IVerb
{
    public IReadOnlyList<Example> Examples { get; } = [new("lsp", "Serve an editor on standard input and output.")];

    public Command Declare(CliContext context)
    {
        var command = new Command("lsp", "Run the language server, on standard input and output unless told otherwise.")
        {
            new Option<string>("--pipe") { HelpName = "NAME", Description = "Meet the client on this named pipe or Unix socket." },
            new Option<int?>("--socket") { HelpName = "PORT", Description = "Meet the client on this port of the own machine." },
            new Option<int?>("--clientProcessId") { HelpName = "PID", Description = "End when this process ends." },
            new Option<bool>("--stdio") { Description = "Use standard input and output, as by default." },
        };
        command.SetAction(parsed => context.RunLanguageServer(
            [.. parsed.Tokens.SkipWhile(static token => token.Value != "lsp").Skip(1).Select(static token => token.Value)]));
        return command;
    }
}
