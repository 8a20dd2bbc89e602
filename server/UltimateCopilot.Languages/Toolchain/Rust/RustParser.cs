using System.Text.Json;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Toolchain.Rust;

/// <summary>Rust by the parser of rustc alone: no module is looked for, no macro expanded, nothing checked or written.</summary>
internal sealed partial class RustParser(ToolchainOptions options, TimeProvider time) : IToolchainParser
{
    private const string Name = "rust";

    private static readonly ProcessRun Version = new(["--version"]);

    /// <summary>To stop after parsing is not stable yet; the compiler allows it to whom it is told that he builds the compiler.</summary>
    private static readonly Dictionary<string, string?> Environment = new() { ["RUSTC_BOOTSTRAP"] = "1" };

    /// <summary>A file does not tell its edition. What one accepts is fine; where none does, the most used one is listened to.</summary>
    private static readonly string[] Editions = ["2021", "2024"];

    private static readonly NewerSyntax[] Newer = [new("1.77", Of77()), new("1.82", Of82()), new("1.85", Of85()), new("1.88", Of88())];

    private readonly OneShotTool _rustc = new(Name, ["rustc"], options, time);

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        List<Finding>? first = null;
        foreach (var edition in Editions)
        {
            var run = new ProcessRun(["--edition", edition, "-Zparse-crate-root-only", "--error-format=json", "-"]) { Text = document.Code, Environment = Environment };
            if (await _rustc.RunAsync(run, cancellation) is not { } outcome)
            {
                return null;
            }

            if (outcome.ExitCode == 0)
            {
                return [];
            }

            first ??= Read(outcome.Error, document);
        }

        return first is not { Count: > 0 }
            ? null // it stumbled over something else, such as an option it does not know
            : NewerSyntax.Judge(FindingEchoes.Drop(first, document.Text), document.Text, await _rustc.VersionAsync(Version, cancellation), Newer);
    }

    public Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) =>
        _rustc.DescribeAsync("rustc", Version, "rustc was not found or does not answer; install Rust", cancellation);

    public ValueTask DisposeAsync() => _rustc.DisposeAsync();

    private static List<Finding> Read(string lines, ToolchainDocument document)
    {
        var findings = new List<Finding>();
        foreach (var line in lines.Split('\n').Where(static line => line.StartsWith('{')))
        {
            try
            {
                if (JsonSerializer.Deserialize(line, RustJson.Default.RustMessage) is { Level: "error", Spans: { } spans } message
                    && spans.FirstOrDefault(static span => span.IsPrimary) is { } place)
                {
                    findings.Add(RustWords.Translate(message.Message, place, spans, document.Text));
                }
            }
            catch (JsonException)
            {
                // The last line was cut off.
            }
        }

        return findings;
    }

    [GeneratedRegex("\\bcr?#*\"")]
    private static partial Regex Of77();

    [GeneratedRegex(@"&raw\s|\buse<|\bsafe\s+(fn|static)\b|\bunsafe\s*\(|\bunsafe\s+extern\b")]
    private static partial Regex Of82();

    [GeneratedRegex(@"\basync\s+(move\s*)?\|")]
    private static partial Regex Of85();

    [GeneratedRegex(@"\blet\b.*&&|&&\s*let\b")]
    private static partial Regex Of88();
}
