using UltimateCopilot.Checks;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Workspace.TextFiles;

namespace UltimateCopilot.Cli.Bench;

/// <summary>One run of <c>bench syntax</c>: one case at a time, nothing else going on.</summary>
internal sealed class SyntaxBench(CliContext context, SyntaxBenchRequest request)
{
    /// <summary>Unmeasured checks before the first case of a language: they load its grammar and its parsers and start its toolchain.</summary>
    private const int WarmUps = 3;

    private readonly BenchTable _table = new();
    private readonly HashSet<string> _warm = new(StringComparer.Ordinal);
    private readonly StatusLine _status = new(context);
    private int _done;
    private int _bad;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var engine = new SyntaxEngine(context.Time) { SqlDialect = request.SqlDialect };
        if (request.Layer == Layer.Toolchain)
        {
            await engine.AllowToolchains(new ToolchainOptions { SqlDialect = request.SqlDialect });
        }

        using var manifest = OpenManifest();
        var file = OpenResults();
        try
        {
            await MeasureAllAsync(manifest, file ?? context.Output, engine, cancellation);
        }
        finally
        {
            _status.Clear();
            await (file?.DisposeAsync() ?? ValueTask.CompletedTask);
        }

        await (request.Results is null ? context.Error : context.Writer).WriteAsync(_table.ToString());
        if (_bad == 0)
        {
            return ExitCodes.Fine;
        }

        await context.WriteErrorAsync(CliErrors.BadCases, $"{_bad} of {_done} cases could not be measured; their result lines have an \"error\" that says why.");
        return ExitCodes.WrongUse;
    }

    private async Task MeasureAllAsync(StreamReader manifest, Stream results, SyntaxEngine engine, CancellationToken cancellation)
    {
        while (await ReadLineAsync(manifest, cancellation) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var outcome = await MeasureAsync(BenchCase.Parse(line), engine, cancellation);
            await outcome.WriteAsync(results, CancellationToken.None); // always a whole line
            _done++;
            _bad += outcome.Error is null ? 0 : 1;
            _status.Show(() => $"{_done} cases");
        }
    }

    private async Task<BenchOutcome> MeasureAsync(BenchCase item, SyntaxEngine engine, CancellationToken cancellation)
    {
        if (item.Error is not null)
        {
            return new BenchOutcome(item.Id) { Error = item.Error };
        }

        if (engine.Catalogue.Find(item.Language) is not { } language)
        {
            return new BenchOutcome(item.Id) { Error = CatalogueWords.Unknown(engine.Catalogue, item.Language).TrimEnd('.') };
        }

        switch (TextFile.Read(Path.GetFullPath(item.Path, request.Root)))
        {
            case TextFileContent content:
                var (report, elapsed) = await MeasureAsync(engine, language, item.Path, content.Text, cancellation);
                _table.Add(language.Id, report.Findings.Count > 0, content.ByteLength, elapsed);
                return new BenchOutcome(item.Id) { Report = report, Text = content.Text, Elapsed = elapsed };
            case UnreadableTextFile unreadable:
                return new BenchOutcome(item.Id) { Error = $"{item.Path}: {ProblemWords.Describe(unreadable.Problem)}" };
            case var other:
                throw new InvalidOperationException($"A text file was read as {other.GetType()}.");
        }
    }

    private async Task<(SyntaxReport Report, TimeSpan Elapsed)> MeasureAsync(
        SyntaxEngine engine, LanguageDefinition language, string path, SourceText text, CancellationToken cancellation)
    {
        for (var i = 0; i < WarmUps && !_warm.Contains(language.Id); i++)
        {
            await engine.CheckAsync(language, path, text, request.Layer, cancellation);
        }

        _warm.Add(language.Id);
        var times = new TimeSpan[request.Repeat];
        SyntaxReport? report = null;
        for (var i = 0; i < times.Length; i++)
        {
            var start = context.Time.GetTimestamp();
            report = await engine.CheckAsync(language, path, text, request.Layer, cancellation);
            times[i] = context.Time.GetElapsedTime(start);
        }

        Array.Sort(times);
        return (report ?? throw new InvalidOperationException("Nothing was measured."), times[times.Length / 2]);
    }

    private StreamReader OpenManifest()
    {
        try
        {
            return new StreamReader(request.Manifest == "-" ? context.Input : File.OpenRead(Path.GetFullPath(request.Manifest, context.Folder)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw BadManifest(e);
        }
    }

    private async Task<string?> ReadLineAsync(StreamReader manifest, CancellationToken cancellation)
    {
        try
        {
            return await manifest.ReadLineAsync(cancellation).AsTask().WaitAsync(cancellation); // a terminal does not hear the token
        }
        catch (IOException e)
        {
            throw BadManifest(e);
        }
    }

    private CliException BadManifest(Exception cause) =>
        new(CliErrors.UnreadableList, $"the manifest '{request.Manifest}' cannot be read: {cause.Message} Check the name given by '--manifest'.");

    private FileStream? OpenResults()
    {
        try
        {
            return request.Results is null ? null : File.Create(Path.GetFullPath(request.Results, context.Folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CliException(
                CliErrors.Unwritable, $"the results cannot be written to '{request.Results}': {e.Message} Name another file by '--results'.");
        }
    }
}
