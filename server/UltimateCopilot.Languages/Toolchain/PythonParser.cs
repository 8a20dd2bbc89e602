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

    private readonly WorkerPool _workers;

    public PythonParser(ToolchainOptions options, TimeProvider time)
    {
        // -I: neither the environment nor the working folder decide what is imported; -S: no site packages.
        _workers = new WorkerPool(
            options.Python, ["-I", "-S", "-c", ReadScript(), options.MemoryLimit.ToString(CultureInfo.InvariantCulture)], options, time);
    }

    public async Task<IReadOnlyList<Finding>?> CheckAsync(SourceText text, CancellationToken cancellation)
    {
        var answer = await AskAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        return answer switch
        {
            null or { Unknown: true } => null,
            { Message: null } => [],
            _ => [Translate(answer, text)],
        };
    }

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation)
    {
        var answer = await AskAsync("?"u8.ToArray(), cancellation);
        return answer is { Version: { } version }
            ? new ToolchainStatus(Name, IsAvailable: true, $"Python {version} at {answer.Path}")
            : new ToolchainStatus(Name, IsAvailable: false, "python3 was not found or does not answer; install Python 3, or set ultimateCopilot.toolchain.python");
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
        var start = OffsetAt(text, answer.Line, answer.Column);
        var end = answer.EndLine > 0 ? OffsetAt(text, answer.EndLine, answer.EndColumn) : start;
        end = Math.Clamp(end, start, text.LineEnd(text.LineAt(start)));
        var (code, message) = PythonWords.Translate(answer.Message!, answer.Kind!);
        return new Finding
        {
            Code = code,
            Span = new TextSpan(start, Math.Max(end, Math.Min(start + 1, text.LineEnd(text.LineAt(start))))),
            Message = message,
            Layer = Layer.Toolchain,
        };
    }

    private static int OffsetAt(SourceText text, int line, int column)
    {
        var offset = text.LineStart(line - 1);
        var end = text.LineEnd(line - 1);
        offset += offset < end && offset == 0 && text[0] == '\uFEFF' ? 1 : 0; // Python does not count the mark
        for (var points = Math.Max(column, 1); points > 1 && offset < end; points--)
        {
            offset += char.IsHighSurrogate(text[offset]) ? 2 : 1;
        }

        return Math.Min(offset, end);
    }

    private static string ReadScript()
    {
        using var stream = typeof(PythonParser).Assembly.GetManifestResourceStream("python_worker.py")
            ?? throw new InvalidOperationException("The Python worker is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
