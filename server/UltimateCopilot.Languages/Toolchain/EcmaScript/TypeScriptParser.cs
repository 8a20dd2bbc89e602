using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.EcmaScript;

/// <summary>TypeScript, TSX and JSX by TypeScript's own parser.</summary>
internal sealed class TypeScriptParser(ToolchainOptions options, TimeProvider time) : IToolchainParser
{
    private readonly TypeScriptCompiler _compiler = new(options, time);

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        var diagnostics = await _compiler.ParseAsync(document.Code, EndingOf(document), cancellation);
        return diagnostics is null ? null
            : diagnostics.Count > 0 && document.Language == "javascriptreact" && FlowPragma.IsIn(document.Text) ? [] // nobody here can judge Flow
            : TypeScriptWords.Translate(diagnostics, document.Text);
    }

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) =>
        await _compiler.DescribeAsync(cancellation) is { } version
            ? new ToolchainStatus("typescript", IsAvailable: true, version)
            : new ToolchainStatus("typescript", IsAvailable: false, "the TypeScript compiler that comes with this program was not found or does not answer; install the program again, or set ultimateCopilot.toolchain.programs to a compiler of version 7 or newer");

    public ValueTask DisposeAsync() => _compiler.DisposeAsync();

    /// <summary>The language decides; the name only where there are several kinds of it.</summary>
    private static string EndingOf(ToolchainDocument document)
    {
        string[] endings = document.Language switch
        {
            "typescriptreact" => [".tsx"],
            "javascriptreact" => [".jsx"],
            _ => [".ts", ".d.ts", ".mts", ".d.mts", ".cts", ".d.cts"],
        };
        return endings.LastOrDefault(ending => document.Path?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) == true) ?? endings[0];
    }
}
