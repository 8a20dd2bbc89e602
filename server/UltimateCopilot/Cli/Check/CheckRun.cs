using UltimateCopilot.Checks;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Workspace.TextFiles;
using UltimateCopilot.Workspace.Walking;

namespace UltimateCopilot.Cli.Check;

/// <summary>One run of <c>check</c>. Findings go to standard output, all else to standard error.</summary>
internal sealed class CheckRun(CliContext context, CheckRequest request)
{
    /// <summary>How standard input is called in reports.</summary>
    private const string StdinPath = "<stdin>";

    private readonly CheckTally _tally = new(context.Time);
    private readonly StatusLine _status = new(context);

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var engine = new SyntaxEngine(context.Time) { SqlDialect = request.SqlDialect };
        var language = FindLanguage(engine.Catalogue);
        var names = new PathNames(language is null ? await ReadPathsAsync(cancellation) : [], context);
        if (request.Layer == Layer.Toolchain)
        {
            await engine.AllowToolchains(new ToolchainOptions { SqlDialect = request.SqlDialect, Workers = Environment.ProcessorCount });
        }

        var check = new FolderCheck(engine, context.Time, new WalkOptions { Exclude = request.Exclude }, request.Layer);
        var items = language is null ? check.RunAsync(names.Starts, cancellation) : CheckStdinAsync(check, language, cancellation);
        await using var report = ReportFormats.Create(context, request);
        try
        {
            await foreach (var item in items)
            {
                await TakeAsync(item, language is null ? names.Of(item.Path) : StdinPath, report);
            }

            _tally.IsComplete = true;
        }
        finally
        {
            // Also when interrupted: half a document would be of no use to anybody.
            _status.Clear();
            await report.FinishAsync(_tally);
        }

        await _tally.WriteAsync(context.Error, names);

        return _tally.Failures.Count > 0 ? ExitCodes.WrongUse : _tally.Errors + _tally.Warnings > 0 ? ExitCodes.Findings : ExitCodes.Fine;
    }

    private LanguageDefinition? FindLanguage(LanguageCatalogue catalogue)
    {
        if (!request.Stdin)
        {
            return request.Language is null
                ? null
                : throw new CliException(
                    CliErrors.WrongUse, "'--language' says what standard input holds: add '--stdin', or leave it out, as files say by their name what they are.");
        }

        if (request.Paths.Count > 0 || request.FilesFrom is not null)
        {
            throw new CliException(CliErrors.WrongUse, "'--stdin' checks one text and no files: leave out either it or the paths.");
        }

        return request.Language is null
            ? throw new CliException(CliErrors.WrongUse, $"'--stdin' needs '--language' with one of {CatalogueWords.List(catalogue)}.")
            : catalogue.Find(request.Language) ?? throw new CliException(CliErrors.UnknownLanguage, CatalogueWords.Unknown(catalogue, request.Language));
    }

    private async Task<IReadOnlyList<string>> ReadPathsAsync(CancellationToken cancellation)
    {
        if (request.Paths.Count == 0 && request.FilesFrom is null)
        {
            throw new CliException(
                CliErrors.NothingGiven, "there is nothing to check: name files or folders, such as 'check .', or give a text with '--stdin'.");
        }

        return request.FilesFrom is null ? request.Paths : [.. request.Paths, .. await PathList.ReadAsync(request.FilesFrom, context, cancellation)];
    }

    private async IAsyncEnumerable<CheckItem> CheckStdinAsync(
        FolderCheck check, LanguageDefinition language, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await context.Input.CopyToAsync(bytes, cancellation).WaitAsync(cancellation); // a terminal does not hear the token
        yield return TextFile.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) switch
        {
            TextFileContent content => await check.CheckTextAsync(StdinPath, language, content.Text, content.ByteLength, cancellation),
            _ => new FileNote(StdinPath, ProblemWords.Describe(TextFileProblem.Binary), IsFailure: true),
        };
    }

    private async Task TakeAsync(CheckItem item, string path, ICheckReport report)
    {
        _tally.Add(item);
        switch (item)
        {
            case FileCheck file:
                if (file.Findings.Count > 0)
                {
                    _status.Clear();
                }

                await report.AddAsync(path, file);
                break;
            case FileNote { IsFailure: true } failure:
                _status.Clear();
                await context.WriteErrorAsync(CliErrors.Unreadable, $"{Frames.VisibleText.Of(path)}: {failure.Reason}. Correct the path, or leave it out.");
                break;
        }

        _status.Show(() => $"files: {_tally.Files}, findings: {_tally.Errors + _tally.Warnings}, at {path}");
    }
}
