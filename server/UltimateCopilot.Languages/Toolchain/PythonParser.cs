using System.Globalization;
using System.Text;
using System.Text.Json;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>Python by CPython's own parser.</summary>
internal sealed class PythonParser : IToolchainParser
{
    private const string Name = "python";

    private static readonly ToolPlaces Places = new(ColumnUnit.CodePoints) { SkipsByteOrderMark = true };

    private readonly WorkerPool _workers;

    public PythonParser(ToolchainOptions options, TimeProvider time)
    {
        var program = new ToolchainProgram(Name, ["python3"], options, time);
        // -I: neither the environment nor the working folder decide what is imported; -S: no site packages.
        string[] arguments = ["-I", "-S", "-c", WorkerScript.Read("python_worker.py"), options.MemoryLimit.ToString(CultureInfo.InvariantCulture)];
        _workers = new WorkerPool(() => program.Find() is { } path ? new ChildCommand(path, arguments) : null, options, time);
    }

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        var answer = await AskAsync(Encoding.UTF8.GetBytes(document.Text.ToString()), cancellation);
        return answer switch
        {
            null or { Unknown: true } => null,
            { Message: null } => [],
            _ => [Translate(answer, document.Text)],
        };
    }

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation)
    {
        var answer = await AskAsync("?"u8.ToArray(), cancellation);
        return answer is { Version: { } version }
            ? new ToolchainStatus(Name, IsAvailable: true, $"Python {version} at {answer.Path}")
            : new ToolchainStatus(Name, IsAvailable: false, "python3 was not found or does not answer; install Python 3, or set ultimateCopilot.toolchain.programs");
    }

    public ValueTask DisposeAsync() => _workers.DisposeAsync();

    private async Task<PythonAnswer?> AskAsync(byte[] request, CancellationToken cancellation)
    {
        var line = await _workers.AskAsync(request, cancellation);
        try
        {
            return line is null ? null : JsonSerializer.Deserialize(line, PythonJson.Default.PythonAnswer);
        }
        catch (JsonException)
        {
            return null; // something else than our script answered
        }
    }

    private static Finding Translate(PythonAnswer answer, SourceText text)
    {
        var (code, message) = PythonWords.Translate(answer.Message!, answer.Kind!);
        return new Finding
        {
            Code = code,
            Span = Places.SpanAt(text, answer.Line, answer.Column, answer.EndLine, answer.EndColumn),
            Message = message,
            Layer = Layer.Toolchain,
        };
    }
}
