using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.Php;

/// <summary>PHP by <c>php -l</c>, which compiles and runs nothing. It stops at the first mistake.</summary>
internal sealed partial class PhpParser(ToolchainOptions options, TimeProvider time) : IToolchainParser
{
    private const string Name = "php";

    private static readonly ProcessRun Version = new(["-n", "-v"]);

    private static readonly NewerSyntax[] Newer =
    [
        new("8.0", Of80()),
        new("8.1", Of81()),
        new("8.2", Of82()),
        new("8.3", Of83()),
        new("8.4", Of84()),
        new("8.5", Of85()),
    ];

    private readonly OneShotTool _php = new(Name, ["php"], options, time);

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        var code = document.Code;
        var findings = await RunAsync(code, document, shortTags: false, cancellation);
        if (findings is null or [])
        {
            return findings;
        }

        if (ShortTag().IsMatch(code) && await RunAsync(code, document, shortTags: true, cancellation) is { Count: 0 })
        {
            return []; // with the tags that a setting of PHP allows it adds up
        }

        return NewerSyntax.Judge(findings, document.Text, await _php.VersionAsync(Version, cancellation), Newer);
    }

    public Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) =>
        _php.DescribeAsync("PHP", Version, "php was not found or does not answer; install PHP", cancellation);

    public ValueTask DisposeAsync() => _php.DisposeAsync();

    private async Task<List<Finding>?> RunAsync(string code, ToolchainDocument document, bool shortTags, CancellationToken cancellation)
    {
        // -n: no php.ini, so no extension is loaded and no setting of the machine's changes what is said.
        string[] arguments =
        [
            "-n", "-d", "display_errors=1", "-d", "log_errors=0", "-d", "html_errors=0", "-d", $"short_open_tag={(shortTags ? 1 : 0)}",
            "-d", string.Create(CultureInfo.InvariantCulture, $"memory_limit={options.MemoryLimit}"), "-l",
        ];
        if (await _php.RunAsync(new ProcessRun(arguments) { Text = code }, cancellation) is not { } outcome)
        {
            return null;
        }

        if (Message().Match(outcome.Output) is { Success: true } match && !PhpWords.IsNoMistake(match.Groups["message"].Value))
        {
            return [PhpWords.Translate(match.Groups["message"].Value, document.Text, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture))];
        }

        return outcome.ExitCode == 0 && outcome.Output.Contains("No syntax errors", StringComparison.Ordinal) ? [] : null;
    }

    [GeneratedRegex(@"^(?:PHP )?(?:Parse|Fatal|Compile) error: +(?<message>.+) in Standard input code on line (?<line>\d{1,9})\s*$", RegexOptions.Multiline)]
    private static partial Regex Message();

    [GeneratedRegex(@"<\?(?!php|=|xml)", RegexOptions.IgnoreCase)]
    private static partial Regex ShortTag();

    [GeneratedRegex(@"\?->|\bmatch\s*\(|^\s*#\[")]
    private static partial Regex Of80();

    [GeneratedRegex(@"\(\.\.\.\)|\benum\s+\w|\breadonly\b|\b0[oO][0-7]|\w&\w|=\s*new\b")]
    private static partial Regex Of81();

    [GeneratedRegex(@"\breadonly\s+class\b|\)\s*\|\s*\w|\|\s*\(")]
    private static partial Regex Of82();

    [GeneratedRegex(@"\bconst\s+[?\w\\|&()]+\s+\w+\s*=|::\s*\{")]
    private static partial Regex Of83();

    [GeneratedRegex(@"\(set\)|\b[gs]et\s*(=>|\{|\(|;)|\$\w+\s*(=[^;]*)?\{|\bnew\s+[\w\\]+\(.*\)\s*(->|::|\[|\()")]
    private static partial Regex Of84();

    [GeneratedRegex(@"\|>|\(void\)")]
    private static partial Regex Of85();
}
