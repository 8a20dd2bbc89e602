using System.Text;
using System.Text.Json;
using UltimateCopilot.Cli;

namespace UltimateCopilot.Tests.Cli;

/// <summary>Runs command lines in a folder of its own, without a console.</summary>
internal sealed class CliFixture : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("uc-cli-").FullName;

    public byte[] Input { get; set; } = [];

    public bool ColoursWanted { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public List<string[]> LanguageServerCalls { get; } = [];

    public string At(string relative) => Path.Join(Folder, relative);

    public CliFixture With(string relative, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative)) ?? Folder);
        File.WriteAllText(At(relative), content);
        return this;
    }

    public Task<CliResult> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public async Task<CliResult> RunAsync(CancellationToken cancellation, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var context = new CliContext(output)
        {
            Error = error,
            Input = new MemoryStream(Input),
            Folder = Folder,
            ColoursWanted = ColoursWanted,
            ErrorIsTerminal = ErrorIsTerminal,
            Time = Time,
            RunLanguageServer = call =>
            {
                LanguageServerCalls.Add(call);
                return Task.FromResult(0);
            },
        };
        var code = await CommandLine.RunAsync(args, context, cancellation);
        return new CliResult(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>What a command line gave.</summary>
internal sealed record CliResult(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
