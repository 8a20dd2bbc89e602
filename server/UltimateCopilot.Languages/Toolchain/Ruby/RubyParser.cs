using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Ruby;

/// <summary>Ruby by its own parser: Prism where Ruby has it, else the one that the virtual machine asks.</summary>
internal sealed partial class RubyParser : IToolchainParser
{
    private const string Name = "ruby";

    private static readonly ToolPlaces Places = new(ColumnUnit.Utf8Bytes) { Breaks = LineBreaks.LineFeeds, SkipsByteOrderMark = true };

    private static readonly NewerSyntax[] Newer = [new("3.2", AnonymousArgument()), new("4.0", LeadingOperator())];

    private readonly ResidentWorker _worker;

    public RubyParser(ToolchainOptions options, TimeProvider time)
    {
        var program = new ToolchainProgram(Name, ["ruby"], options, time);
        // --disable-all: neither gems nor the environment add code of their own.
        string[] arguments = ["--disable-all", "-e", WorkerScript.Read("ruby_worker.rb"), options.MemoryLimit.ToString(CultureInfo.InvariantCulture)];
        var environment = new Dictionary<string, string?> { ["RUBYLIB"] = null, ["RUBYOPT"] = null };
        _worker = new ResidentWorker(new WorkerPool(() => program.Find() is { } path ? new ChildCommand(path, arguments) { Environment = environment } : null, options, time));
    }

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        var answer = await _worker.CheckAsync(document.Code, cancellation);
        if (answer is null || answer.Errors!.Any(RubyWords.IsLimit))
        {
            return null;
        }

        var findings = FindingEchoes.Drop([.. answer.Errors!.Select(error => Translate(error, document.Text))], document.Text);
        return NewerSyntax.Judge(findings, document.Text, answer.Version, Newer);
    }

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) =>
        await _worker.DescribeAsync(cancellation) is { } answer
            ? new ToolchainStatus(Name, IsAvailable: true, $"Ruby {answer.Version} at {answer.Path}")
            : new ToolchainStatus(Name, IsAvailable: false, "ruby was not found or does not answer; install Ruby 2.6 or newer, or set ultimateCopilot.toolchain.programs");

    public ValueTask DisposeAsync() => _worker.DisposeAsync();

    private static Finding Translate(WorkerError error, SourceText text)
    {
        var (code, message) = RubyWords.Translate(error.Message);
        return new Finding { Code = code, Span = SpanOf(error, text), Message = message, Expected = RubyWords.Expected(error.Message), Layer = Layer.Toolchain };
    }

    private static TextSpan SpanOf(WorkerError error, SourceText text)
    {
        if (error.Column > 0)
        {
            return Places.SpanAt(text, error.Line, error.Column, error.EndLine, error.EndColumn);
        }

        return RubyWords.IsAtEnd(error)
            ? Places.SpanAt(text, error.Line, int.MaxValue)
            : TokenSpans.OnLine(text, Places.OffsetAt(text, error.Line, 1), RubyWords.Unexpected(error.Message));
    }

    [GeneratedRegex(@"[(\[{,]\s*\*{1,2}\s*[,)\]}]")]
    private static partial Regex AnonymousArgument();

    [GeneratedRegex(@"^\s*(&&|\|\||and\b|or\b)")]
    private static partial Regex LeadingOperator();
}
