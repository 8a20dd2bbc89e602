using UltimateCopilot.Lsp.Lifecycle;
using UltimateCopilot.Lsp.Transport;

namespace UltimateCopilot.Lsp;

/// <summary>The verb <c>lsp</c>.</summary>
internal static class LspCommand
{
    private const int WrongUse = 2;

    public static async Task<int> RunAsync(string[] arguments, Func<TextWriter> errors)
    {
        if (LspOptions.Parse(arguments, out var problem) is not { } options)
        {
            await errors().WriteLineAsync(problem);
            return WrongUse;
        }

        _ = Task.Run(WarmUp.Initialize);
        try
        {
            var (input, output) = await LspTransport.OpenAsync(options);
            await using var server = new LspServer(TimeProvider.System);
            return await server.RunAsync(input, output, options.ClientProcessId);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors().WriteLineAsync($"UC2005: the client cannot be met: {e.Message} Check the name or port given by '--pipe' or '--socket', or use standard input and output.");
            return WrongUse;
        }
    }
}
