using System.Runtime.InteropServices;
using System.Text;

namespace UltimateCopilot.Cli;

/// <summary>The door to everything that is no language server.</summary>
internal static class CommandLine
{
    /// <summary>Runs with the console of this process.</summary>
    /// <param name="args">All arguments of the program.</param>
    /// <param name="runLanguageServer">Runs the language server with the arguments behind <c>lsp</c>.</param>
    /// <returns>One of <see cref="ExitCodes"/>, or what the language server gives.</returns>
    public static Task<int> RunAsync(string[] args, Func<string[], Task<int>> runLanguageServer)
    {
        if (args is not ["--version"])
        {
            return RunUntilInterruptedAsync(args, runLanguageServer);
        }

        // Editors and scripts ask often: without a parser, and without the encodings of a console.
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(ProgramVersion.Text + "\n"));
        return Task.FromResult(ExitCodes.Fine);
    }

    /// <summary>Runs in a context of its own.</summary>
    public static async Task<int> RunAsync(string[] args, CliContext context, CancellationToken cancellation)
    {
        try
        {
            return await CommandParser.RunAsync(args, context, cancellation);
        }
        catch (CliException e)
        {
            await context.WriteErrorAsync(e.Code, e.Message);
            return ExitCodes.WrongUse;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await context.WriteErrorAsync(CliErrors.Interrupted, "interrupted; what is shown is not all there is.");
            return ExitCodes.Interrupted;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            await context.WriteErrorAsync(CliErrors.NoSyntaxLibrary, "the native syntax library does not load; 'ultimate-copilot doctor' says what to do.");
            return ExitCodes.WrongUse;
        }
        catch (Exception e)
        {
            // With its trace: only the maintainers can help here.
            await context.WriteErrorAsync(CliErrors.Unexpected, $"something went wrong that should not; please report it with what follows.\n{e}");
            return ExitCodes.WrongUse;
        }
        finally
        {
            await context.Writer.FlushAsync(CancellationToken.None);
        }
    }

    private static async Task<int> RunUntilInterruptedAsync(string[] args, Func<string[], Task<int>> runLanguageServer)
    {
        using var interrupted = new CancellationTokenSource();
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(args, ConsoleContext.Create(runLanguageServer), interrupted.Token);

        void Stop(PosixSignalContext signal)
        {
            // The second time the process just ends.
            signal.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        }
    }
}
