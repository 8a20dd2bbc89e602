using System.Globalization;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.Go;

/// <summary>Go by <c>gofmt -e</c>, which tells all that go/parser tells. On standard input it would take a piece of a file as well, so it gets a file.</summary>
internal sealed partial class GoParser(ToolchainOptions options, TimeProvider time) : IToolchainParser
{
    private const string Name = "go";
    private const string FileName = "input.go";

    private static readonly ToolPlaces Places = new(ColumnUnit.Utf8Bytes) { Breaks = LineBreaks.LineFeeds, SkipsByteOrderMark = true };

    private readonly OneShotTool _gofmt = new(Name, ["gofmt"], options, time);

    /// <summary>gofmt does not tell its version; the tool beside it reads it from the program.</summary>
    private readonly OneShotTool _go = new("go version", ["go"], options, time);

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        // -l: the name of a file that could be formatted better instead of the whole of it.
        var run = new ProcessRun(["-e", "-l", FileName]) { Text = WithoutDirectives(document.Code), FileName = FileName };
        if (await _gofmt.RunAsync(run, cancellation) is not { } outcome)
        {
            return null;
        }

        var findings = new List<Finding>();
        foreach (Match match in Message().Matches(outcome.Error))
        {
            if (GoWords.IsLimit(match.Groups["message"].Value))
            {
                return null;
            }

            findings.Add(Translate(match, document.Text));
        }

        return outcome.ExitCode == 0 || findings.Count > 0 ? FindingEchoes.Drop(WithoutEchoesAtEnd(findings), document.Text) : null;
    }

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation)
    {
        const string Advice = "gofmt was not found or does not answer; install Go, or set ultimateCopilot.toolchain.programs";
        if (_gofmt.Path is not { } path || await CheckAsync(new ToolchainDocument(SourceText.From("package a\n"), Name), cancellation) is not [])
        {
            return new ToolchainStatus(Name, IsAvailable: false, Advice);
        }

        var environment = new Dictionary<string, string?> { ["GOTOOLCHAIN"] = "local" }; // asks no network for another one
        var version = await _go.VersionAsync(new ProcessRun(["version", path]) { Environment = environment }, cancellation);
        return new ToolchainStatus(Name, IsAvailable: true, version is null ? $"gofmt at {path}" : $"gofmt of Go {version} at {path}");
    }

    public async ValueTask DisposeAsync()
    {
        await _gofmt.DisposeAsync();
        await _go.DisposeAsync();
    }

    /// <summary>A line directive would have places told of another file; as plain comments they are as long.</summary>
    private static string WithoutDirectives(string code) => LineDirective().Replace(code, "$1-ine ");

    private static Finding Translate(Match match, SourceText text)
    {
        var message = match.Groups["message"].Value;
        var start = Places.OffsetAt(text, Number(match, "line"), Number(match, "column"));
        var (code, words) = GoWords.Translate(message);
        return new Finding { Code = code, Span = TokenSpans.At(text, start), Message = words, Expected = GoWords.ExpectedAtEnd(message), Layer = Layer.Toolchain };
    }

    /// <summary>Where a bracket is open at the end, a semicolon is missed there as well.</summary>
    private static List<Finding> WithoutEchoesAtEnd(List<Finding> findings)
    {
        if (findings.Exists(static finding => finding.Code == FindingCodes.UnclosedBracket))
        {
            findings.RemoveAll(static finding => finding.Code == FindingCodes.UnexpectedEnd);
        }

        return findings;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^input\.go:(?<line>\d{1,9}):(?<column>\d{1,9}): (?<message>.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Message();

    [GeneratedRegex(@"(^//|/\*)line ", RegexOptions.Multiline)]
    private static partial Regex LineDirective();
}
