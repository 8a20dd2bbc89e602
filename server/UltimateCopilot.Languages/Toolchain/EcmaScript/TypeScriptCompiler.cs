using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace UltimateCopilot.Languages.Toolchain.EcmaScript;

/// <summary>The native TypeScript compiler, used to parse one file at a time. It never looks for other files.</summary>
internal sealed partial class TypeScriptCompiler : IAsyncDisposable
{
    /// <summary>Behind so many reports there is nothing but echo.</summary>
    private const int Most = 100;

    private static readonly string[] Arguments =
    [
        "--ignoreConfig", "--noCheck", "--noLib", "--noResolve", "--noEmit", "--allowJs", "--singleThreaded", "--pretty", "false",
        "--jsx", "preserve", "--target", "esnext", "--module", "preserve", "--types", "",
    ];

    private readonly ToolchainProgram _program;
    private readonly ProcessRunner _runner;

    public TypeScriptCompiler(ToolchainOptions options, TimeProvider time)
    {
        _program = new ToolchainProgram("typescript", [.. Candidates(options.Folders)], options, time);
        _runner = new ProcessRunner(_program, options, time);
    }

    /// <summary>What is syntactically wrong; null where there is no verdict.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="ending">Ending of the file's name, which tells the compiler the dialect.</param>
    /// <param name="cancellation">Ends the compiler.</param>
    public async Task<List<TypeScriptDiagnostic>?> ParseAsync(string text, string ending, CancellationToken cancellation)
    {
        var run = new ProcessRun([.. Arguments, "input" + ending]) { Text = text, FileName = "input" + ending };
        var outcome = await _runner.RunAsync(run, cancellation);
        return outcome is null || (outcome.ExitCode != 0 && outcome.Error.Length > 0) ? null // it crashed; reports stand on standard output
            : [.. Report().Matches(outcome.Output).Select(Read).Where(static diagnostic => IsSyntax(diagnostic.Code)).Take(Most)];
    }

    /// <summary>Its version and place; null where there is none or it does not answer.</summary>
    public async Task<string?> DescribeAsync(CancellationToken cancellation) =>
        await _runner.RunAsync(new ProcessRun(["--version"]), cancellation) is { ExitCode: 0 } outcome && outcome.Output.StartsWith("Version ", StringComparison.Ordinal)
            ? $"TypeScript {outcome.Output["Version ".Length..].Trim()} at {_program.Find()}"
            : null;

    public ValueTask DisposeAsync() => _runner.DisposeAsync();

    /// <summary>
    /// 1xxx, 17xxx and 18xxx are syntax, 8xxx types in JavaScript; of the others the parser knows just these two: several JSX roots side by
    /// side, and '=' behind a block. The rest would be about files and settings.
    /// </summary>
    private static bool IsSyntax(int code) => code is (>= 1000 and < 2000) or 2657 or 2809 or (>= 8000 and < 9000) or (>= 17_000 and < 19_000);

    private static TypeScriptDiagnostic Read(Match match) =>
        new(Number(match, 1), Number(match, 2), Number(match, 3), match.Groups[4].Value.TrimEnd('\r', '.'));

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^input[.a-z]+\((\d{1,9}),(\d{1,9})\): error TS(\d{1,6}): (.*)$", RegexOptions.Multiline)]
    private static partial Regex Report();

    /// <summary>That of the workspace, else the one that comes with us. Earlier versions than 7 are no programs and not found by this.</summary>
    private static IEnumerable<string> Candidates(IReadOnlyList<string> folders)
    {
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var package = Path.Combine("@typescript", $"typescript-{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", "lib", "tsc");
        foreach (var folder in folders)
        {
            yield return Path.Combine(folder, "node_modules", package);
            yield return Path.Combine(folder, "node_modules", "typescript", "node_modules", package);
        }

        yield return PackagedTools.PathOf("typescript", "tsc");
    }
}
