using System.Text;

namespace UltimateCopilot.Cli;

/// <summary>What a verb knows of the world around it.</summary>
internal sealed class CliContext
{
    private readonly Lazy<StreamWriter> _writer;

    /// <summary>A context whose standard output is <paramref name="output"/>.</summary>
    public CliContext(Stream output)
    {
        Output = output;
        _writer = new Lazy<StreamWriter>(() => new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024));
    }

    /// <summary>Standard output as bytes, for what is not meant for people. Not to be mixed with <see cref="Writer"/>.</summary>
    public Stream Output { get; }

    /// <summary>Standard output as text in UTF-8; to be flushed.</summary>
    public TextWriter Writer => _writer.Value;

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Standard input.</summary>
    public Stream Input { get; init; } = Stream.Null;

    /// <summary>The folder that relative paths belong to.</summary>
    public required string Folder { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether standard output shows colours, unless the user asks for none.</summary>
    public bool ColoursWanted { get; init; }

    /// <summary>Whether somebody watches standard error, so that a line may be overwritten.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the terminal.</summary>
    /// <value>Default: 120, also where there is none.</value>
    public int Width { get; init; } = 120;

    /// <summary>Runs the language server with the arguments behind <c>lsp</c>.</summary>
    public required Func<string[], Task<int>> RunLanguageServer { get; init; }

    /// <summary>Writes an error as every error is written.</summary>
    public Task WriteErrorAsync(string code, string message) => Error.WriteLineAsync($"{code}: {message}");
}
