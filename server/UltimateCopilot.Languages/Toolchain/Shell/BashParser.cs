using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.Shell;

/// <summary>Scripts for bash, and for shells whose syntax it knows, by <c>bash -n</c>, which reads commands and runs none.</summary>
internal sealed partial class BashParser(ToolchainOptions options, TimeProvider time) : IToolchainParser
{
    private const string Name = "bash";
    private const string FileName = "script";

    private static readonly ProcessRun Version = new(["--version"]);

    /// <summary>What bash would read before any script, or take for its options.</summary>
    private static readonly Dictionary<string, string?> Environment = new() { ["BASH_ENV"] = null, ["ENV"] = null, ["SHELLOPTS"] = null, ["BASHOPTS"] = null, ["POSIXLY_CORRECT"] = null };

    private static readonly NewerSyntax[] Newer = [new("4.0", Of4()), new("5.3", Of53())];

    /// <summary>On Windows the program of that name in the system's folder starts another system.</summary>
    private readonly OneShotTool _bash = new(
        Name,
        OperatingSystem.IsWindows() ? [Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.ProgramFiles), "Git", "bin", "bash.exe")] : ["bash"],
        options, time);

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        var code = document.Code;
        var dialect = Shebang.DialectOf(code, document.Path);
        if (dialect == ShellDialect.Foreign)
        {
            return null;
        }

        // Line breaks of Windows would be parts of words.
        var run = new ProcessRun(["--norc", "--noprofile", "-O", "extglob", "-n", FileName])
        {
            Text = code.Replace("\r\n", "\n", StringComparison.Ordinal),
            FileName = FileName,
            Environment = Environment,
        };
        if (await _bash.RunAsync(run, cancellation) is not { } outcome)
        {
            return null;
        }

        var findings = new List<Finding>();
        foreach (Match match in Message().Matches(outcome.Error))
        {
            if (BashWords.Translate(match.Groups["message"].Value, document.Text, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture)) is { } finding)
            {
                findings.Add(finding);
            }
        }

        if (findings.Count == 0)
        {
            return outcome.ExitCode == 0 ? findings : null;
        }

        return dialect == ShellDialect.Related
            ? null
            : NewerSyntax.Judge(FindingEchoes.Drop(findings, document.Text), document.Text, await _bash.VersionAsync(Version, cancellation), Newer);
    }

    public Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) =>
        _bash.DescribeAsync("bash", Version, "bash was not found or does not answer; install bash", cancellation);

    public ValueTask DisposeAsync() => _bash.DisposeAsync();

    [GeneratedRegex(@"^script: line (?<line>\d{1,9}): (?<message>.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Message();

    [GeneratedRegex(@"\|&|&>>|;;?&|\bcoproc\b")]
    private static partial Regex Of4();

    [GeneratedRegex(@"\$\{[\s|]")]
    private static partial Regex Of53();
}
