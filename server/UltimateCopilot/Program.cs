using UltimateCopilot.Cli;
using UltimateCopilot.Lsp;

// The server first and by itself: an editor waits for it, and it needs no command line parser.
if (args is ["lsp", .. var rest] && !rest.Contains("--help") && !rest.Contains("-h"))
{
    return await LspCommand.RunAsync(rest, Console.Error);
}

return await CommandLine.RunAsync(args, static rest => LspCommand.RunAsync(rest, Console.Error));
