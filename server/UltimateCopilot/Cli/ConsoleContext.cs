using Spectre.Console;

namespace UltimateCopilot.Cli;

/// <summary>The context of the real process.</summary>
internal static class ConsoleContext
{
    public static CliContext Create(Func<string[], Task<int>> runLanguageServer)
    {
        var (outputIsTerminal, errorIsTerminal) = (!Console.IsOutputRedirected, !Console.IsErrorRedirected);
        if (OperatingSystem.IsWindows() && (outputIsTerminal || errorIsTerminal))
        {
            Console.OutputEncoding = System.Text.Encoding.UTF8; // the console's own code page knows no caret lines of other scripts
        }

        return new CliContext(Console.OpenStandardOutput())
        {
            Error = Console.Error,
            Input = Console.OpenStandardInput(),
            Folder = Environment.CurrentDirectory,
            ColoursWanted = outputIsTerminal && WantsColours() && UnderstandsColours(),
            ErrorIsTerminal = errorIsTerminal && UnderstandsColours(),
            Width = outputIsTerminal ? ReadWidth() : 120,
            RunLanguageServer = runLanguageServer,
        };
    }

    /// <summary>See no-color.org: set to anything but nothing.</summary>
    private static bool WantsColours() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Elsewhere a terminal says by its name that it is dumb; a Windows console may have to be told to understand.</summary>
    private static bool UnderstandsColours() => OperatingSystem.IsWindows()
        ? AnsiConsole.Profile.Capabilities.Ansi
        : Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } name && name != "dumb";

    private static int ReadWidth()
    {
        try
        {
            return Math.Max(Console.WindowWidth, 40);
        }
        catch (IOException)
        {
            return 120;
        }
    }
}
