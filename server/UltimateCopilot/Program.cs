using UltimateCopilot.Cli;
using UltimateCopilot.Lsp;

namespace UltimateCopilot;

internal static class Program
{
    // The server first and by itself: an editor waits for it, and it needs no command line parser.
    private static Task<int> Main(string[] args) =>
        args is ["lsp", .. var rest] && Array.IndexOf(rest, "--help") < 0 && Array.IndexOf(rest, "-h") < 0
            ? RunLanguageServer(rest)
            : CommandLine.RunAsync(args, RunLanguageServer);

    private static Task<int> RunLanguageServer(string[] arguments) => LspCommand.RunAsync(arguments, static () => Console.Error);
}
