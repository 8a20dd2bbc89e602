using System.Globalization;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Python;

/// <summary>Python by CPython's own parser.</summary>
internal sealed class PythonParser : IToolchainParser
{
    private const string Name = "python";

    private static readonly ToolPlaces Places = new(ColumnUnit.CodePoints) { SkipsByteOrderMark = true };

    private readonly ResidentWorker _worker;

    public PythonParser(ToolchainOptions options, TimeProvider time)
    {
        var program = new ToolchainProgram(Name, ["python3"], options, time);
        // -I: neither the environment nor the working folder decide what is imported; -S: no site packages.
        string[] arguments = ["-I", "-S", "-c", WorkerScript.Read("python_worker.py"), options.MemoryLimit.ToString(CultureInfo.InvariantCulture)];
        _worker = new ResidentWorker(new WorkerPool(() => program.Find() is { } path ? new ChildCommand(path, arguments) : null, options, time));
    }

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation) =>
        await _worker.CheckAsync(document.Code, cancellation) is { } answer ? [.. answer.Errors!.Select(error => Translate(error, document.Text))] : null;

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) =>
        await _worker.DescribeAsync(cancellation) is { } answer
            ? new ToolchainStatus(Name, IsAvailable: true, $"Python {answer.Version} at {answer.Path}")
            : new ToolchainStatus(Name, IsAvailable: false, "python3 was not found or does not answer; install Python 3, or set ultimateCopilot.toolchain.programs");

    public ValueTask DisposeAsync() => _worker.DisposeAsync();

    private static Finding Translate(WorkerError error, SourceText text)
    {
        var (code, message) = PythonWords.Translate(error.Message, error.Kind!);
        var span = Places.SpanAt(text, error.Line, error.Column, error.EndLine, error.EndColumn);
        return new Finding { Code = code, Span = span, Message = message, Layer = Layer.Toolchain };
    }
}
