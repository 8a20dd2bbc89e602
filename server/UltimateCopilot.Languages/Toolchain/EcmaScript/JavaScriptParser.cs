using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain.Node;

namespace UltimateCopilot.Languages.Toolchain.EcmaScript;

/// <summary>
/// JavaScript by V8, which knows all early errors, and by TypeScript's parser for what V8 does not read: JSX, decorators and other syntax
/// that is newer than the Node.js of the machine, and all else where there is no Node.js.
/// </summary>
internal sealed class JavaScriptParser : IToolchainParser
{
    private const string Name = "javascript";

    // V8 counts U+2028 and U+2029 as line breaks.
    private static readonly ToolPlaces Places = new(ColumnUnit.Utf16Units) { Breaks = LineBreaks.Unicode, SkipsByteOrderMark = true };

    private readonly ResidentWorker _worker;
    private readonly TypeScriptCompiler _compiler;

    public JavaScriptParser(ToolchainOptions options, TimeProvider time)
    {
        // Modules are compiled by a class that is still experimental; the place of their mistakes is told by internals alone.
        _worker = new NodeProgram(options, time).StartWorkers("javascript_worker.cjs", ["--experimental-vm-modules", "--expose-internals"], static () => string.Empty);
        _compiler = new TypeScriptCompiler(options, time);
    }

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        var source = document.Code;
        var answer = await _worker.CheckAsync($"{GoalsOf(document.Path, source)}\n{source}", cancellation);
        if (answer is { Errors.Count: 0 })
        {
            return [];
        }

        var diagnostics = await _compiler.ParseAsync(source, ".js", cancellation);
        if (answer is null)
        {
            return diagnostics is null ? null : FlowPragma.IsIn(document.Text) ? [] : TypeScriptWords.Translate(diagnostics, document.Text);
        }

        var error = answer.Errors![0];
        var span = Places.SpanAt(document.Text, error.Line, error.Column, error.EndLine, error.EndColumn);
        if (UnreadSyntax.IsAt(document.Text, span, error.Message))
        {
            return diagnostics is null ? null : [.. TypeScriptWords.Translate(diagnostics, document.Text).Select(finding => AtAlienTag(finding, span))];
        }

        if (FlowPragma.IsIn(document.Text))
        {
            return []; // nobody here can judge Flow
        }

        // Where a type was written, V8 says only that it did not expect it.
        var type = diagnostics?.Find(diagnostic => diagnostic.IsTypeInJavaScript && diagnostic.Line == error.Line);
        if (type is not null)
        {
            return [TypeScriptWords.Translate(type, document.Text)];
        }

        var (code, message) = JavaScriptWords.Translate(error.Message, document.Text, span);
        return [new Finding { Code = code, Span = span, Message = message, Layer = Layer.Toolchain }];
    }

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) =>
        await _worker.DescribeAsync(cancellation) is { } answer
            ? new ToolchainStatus(Name, IsAvailable: true, $"Node.js {answer.Version} at {answer.Path}")
            : new ToolchainStatus(Name, IsAvailable: false, NodeProgram.Advice);

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _compiler.DisposeAsync();
    }

    /// <summary>The first tag of all that nothing closes is hardly meant as JSX: it does not belong here, wherever the compiler stumbles.</summary>
    private static Finding AtAlienTag(Finding finding, TextSpan first) =>
        finding is { Code: FindingCodes.UnpairedTag, Related: [var opener, ..] } && opener.Span.Start == first.Start
            ? finding with { Span = opener.Span, Message = $"{opener.Message} is never closed", Related = [] }
            : finding;

    /// <summary>As what the text may be meant: a script, a module, the body of a CommonJS module, in which `return` is fine.</summary>
    private static string GoalsOf(string? path, string source) => Path.GetExtension(path)?.ToLowerInvariant() switch
    {
        ".mjs" => "m",
        ".cjs" => "sf",
        _ => source.Contains("require(", StringComparison.Ordinal) || source.Contains("exports", StringComparison.Ordinal) ? "smf" : "sm",
    };
}
