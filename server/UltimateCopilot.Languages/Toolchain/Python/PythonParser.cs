using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Python;

/// <summary>Python by CPython's own parser.</summary>
internal sealed partial class PythonParser : IToolchainParser
{
    private const string Name = "python";

    private static readonly ToolPlaces Places = new(ColumnUnit.CodePoints) { SkipsByteOrderMark = true };

    private static readonly NewerSyntax[] Newer = [new("3.10", Of310()), new("3.11", Of311()), new("3.12", Of312()), new("3.13", Of313()), new("3.14", Of314())];

    private readonly ResidentWorker _worker;

    public PythonParser(ToolchainOptions options, TimeProvider time)
    {
        var program = new ToolchainProgram(Name, ["python3"], options, time);
        // -I: neither the environment nor the working folder decide what is imported; -S: no site packages.
        string[] arguments = ["-I", "-S", "-c", WorkerScript.Read("python_worker.py"), options.MemoryLimit.ToString(CultureInfo.InvariantCulture)];
        _worker = new ResidentWorker(new WorkerPool(() => program.Find() is { } path ? new ChildCommand(path, arguments) : null, options, time));
    }

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation) =>
        await _worker.CheckAsync(document.Code, cancellation) is { } answer
            ? NewerSyntax.Judge([.. answer.Errors!.Select(error => Translate(error, document.Text))], document.Text, answer.Version, Newer)
            : null;

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

    /// <summary>Patterns, and several managers in brackets.</summary>
    [GeneratedRegex(@"^\s*(match|case)\b.*:|^\s*(async\s+)?with\s*\(")]
    private static partial Regex Of310();

    /// <summary>Groups of exceptions, and stars in subscripts.</summary>
    [GeneratedRegex(@"^\s*except\s*\*|[\[,]\s*\*\w")]
    private static partial Regex Of311();

    /// <summary>Type parameters, type aliases, and in the fields of an f-string the quote that it is made with, or a backslash.</summary>
    [GeneratedRegex("""^\s*(async\s+)?(def|class|type)\s+\w+\s*\[|^\s*type\s+\w+\s*=|\b[rR]?[fF][rR]?(?<quote>["'])[^"']*\{[^{}]*(\k<quote>|\\)[^{}]*\}""", RegexOptions.ExplicitCapture)]
    private static partial Regex Of312();

    /// <summary>Defaults of type parameters.</summary>
    [GeneratedRegex(@"^\s*(async\s+)?(def|class|type)\s+\w+\s*\[[^\]]*=")]
    private static partial Regex Of313();

    /// <summary>Exceptions without brackets, and template strings.</summary>
    [GeneratedRegex("""^\s*except\s+[\w.]+\s*,|\b[rR]?[tT][rR]?["']""")]
    private static partial Regex Of314();
}
