using System.Threading.Channels;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Workspace.TextFiles;
using UltimateCopilot.Workspace.Walking;

namespace UltimateCopilot.Checks;

/// <summary>Checks files and folders, several at a time; results come in the order of the walk, each as soon as those before it are there.</summary>
internal sealed class FolderCheck(SyntaxEngine engine, TimeProvider time, WalkOptions walk, Layer deepest)
{
    /// <summary>Enough work ahead that a file that takes seconds leaves no other core idle; what waits behind it holds its text.</summary>
    private const int Ahead = 512;

    /// <summary>Under way at a time: enough to keep the cores busy while some wait for a toolchain, and few enough that others get their turn.</summary>
    private static readonly int MostRunning = Environment.ProcessorCount * 4;

    /// <summary>Nobody writes such a file by hand. In bytes.</summary>
    private const int LargestUnknown = 1 << 20;

    /// <summary>Checks all files below the paths that hold text.</summary>
    public async IAsyncEnumerable<CheckItem> RunAsync(
        IEnumerable<string> paths, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var pending = Channel.CreateBounded<Task<CheckItem?>>(Ahead);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var walking = Task.Run(() => WalkAsync(paths, pending.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var check in pending.Reader.ReadAllAsync(cancellation))
            {
                if (await check is { } item)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await walking;
        }
    }

    /// <summary>Checks one file; null where it was not named and holds no text, or is of no known language and nothing is wrong in its lines.</summary>
    public async Task<CheckItem?> CheckFileAsync(string path, bool isNamed, CancellationToken cancellation)
    {
        var language = engine.Catalogue.FindByPath(path);
        var options = language is null && !isNamed ? TextFileOptions.Default with { MaximumBytes = LargestUnknown } : TextFileOptions.Default;
        switch (TextFile.Read(path, options))
        {
            case TextFileContent content:
                language ??= engine.Catalogue.FindByFirstLine(content.Text.ToString(content.Text.Line(0)));
                var check = await CheckSafelyAsync(path, language ?? LanguageDefinition.PlainText, content, cancellation);
                return language is null && !isNamed && check is FileCheck { Findings.Count: 0 } ? null : check;
            case UnreadableTextFile unreadable when language is not null || isNamed:
                return new FileNote(path, ProblemWords.Describe(unreadable.Problem), IsFailure: unreadable.Problem is not (TextFileProblem.Binary or TextFileProblem.TooLarge));
            default:
                return null;
        }
    }

    /// <summary>Checks a text under a name.</summary>
    public async Task<FileCheck> CheckTextAsync(string path, LanguageDefinition language, SourceText text, long bytes, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var report = await engine.CheckAsync(language, path, text, deepest, cancellation);
        return new FileCheck(path, language.Id, report.Layer, text, report.Findings, bytes, time.GetElapsedTime(start));
    }

    /// <summary>A file that a parser stumbles over must not end the check of all others; without the native library nothing can be checked.</summary>
    private async Task<CheckItem> CheckSafelyAsync(string path, LanguageDefinition language, TextFileContent content, CancellationToken cancellation)
    {
        try
        {
            return await CheckTextAsync(path, language, content.Text, content.ByteLength, cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or DllNotFoundException or BadImageFormatException or EntryPointNotFoundException))
        {
            return new FileNote(path, $"its check failed: {e.Message}", IsFailure: true);
        }
    }

    private async Task<CheckItem?> CheckInTurnAsync(WalkedFile file, SemaphoreSlim running, CancellationToken cancellation)
    {
        try
        {
            return await CheckFileAsync(file.Path, file.IsNamed, cancellation);
        }
        finally
        {
            running.Release();
        }
    }

    private async Task WalkAsync(IEnumerable<string> paths, ChannelWriter<Task<CheckItem?>> checks, CancellationToken cancellation)
    {
        var running = new SemaphoreSlim(MostRunning);
        try
        {
            foreach (var item in new WorkspaceWalk(walk).Walk(paths, cancellation))
            {
                if (item is WalkedFile)
                {
                    await running.WaitAsync(cancellation);
                }

                var check = item switch
                {
                    WalkedFile file => Task.Run(() => CheckInTurnAsync(file, running, cancellation), cancellation),
                    SkippedPath { Reason: SkipReason.Link } => Task.FromResult<CheckItem?>(null),
                    SkippedPath skipped => Task.FromResult<CheckItem?>(new FileNote(skipped.Path, ProblemWords.Describe(skipped.Reason), IsFailure: false)),
                    UnreadablePath unreadable => Task.FromResult<CheckItem?>(new FileNote(unreadable.Path, ProblemWords.Describe(unreadable.Problem), IsFailure: true)),
                    _ => Task.FromResult<CheckItem?>(null),
                };
                await checks.WriteAsync(check, cancellation);
            }

            checks.TryComplete();
        }
        catch (OperationCanceledException)
        {
            checks.TryComplete();
        }
        catch (Exception e)
        {
            checks.TryComplete(e);
        }
    }
}
