using System.Threading.Channels;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Lsp.Documents;

/// <summary>
/// A document the client has open. Changes arrive in order and return at once; one loop checks whatever version is newest when it
/// gets to it, so a burst of edits is checked once, without waiting for a pause. A newer version cancels the check of an older one.
/// </summary>
internal sealed class OpenDocument : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Func<OpenDocument, CheckedVersion, ValueTask> _onChecked;
    private readonly Func<Layer?> _deepest;
    private readonly Action<Exception> _onError;

    /// <summary>Holds one item while there is something to check.</summary>
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly DocumentChecker _checker;

    /// <summary>Edits since the last check began; null asks for a check from scratch. Guarded by the lock.</summary>
    private List<DocumentEdit>? _edits;

    /// <summary>Fires when what is checked now is no longer wanted. Guarded by the lock; never disposed: it has no timer and no wait handle.</summary>
    private CancellationTokenSource _newer = new();

    /// <summary>Completed and replaced whenever a waiting caller should look again. Guarded by the lock.</summary>
    private TaskCompletionSource _reported = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Counts what is to be checked: versions do not tell a check from its repetition under other settings. Guarded by the lock.</summary>
    private long _revision;

    /// <summary>The revision that <see cref="Latest"/> is about. Guarded by the lock.</summary>
    private long _reportedRevision = -1;

    /// <summary>The last revision whose check failed. Guarded by the lock.</summary>
    private long _failedRevision = -1;

    /// <summary>Guarded by the lock.</summary>
    private bool _closed;

    /// <param name="uri">As the client spells it.</param>
    /// <param name="checker">Owned from now on.</param>
    /// <param name="version">The client's number.</param>
    /// <param name="text">The text.</param>
    /// <param name="deepest">The finest layer to ask now; null: none at all.</param>
    /// <param name="onChecked">Called for each report, one at a time, after <see cref="Start"/>; perhaps one last time during <see cref="Dispose"/>.</param>
    /// <param name="onError">Told of a checker's defects.</param>
    public OpenDocument(
        string uri, DocumentChecker checker, int version, SourceText text,
        Func<Layer?> deepest, Func<OpenDocument, CheckedVersion, ValueTask> onChecked, Action<Exception> onError)
    {
        Uri = uri;
        _checker = checker;
        Version = version;
        Text = text;
        _deepest = deepest;
        _onChecked = onChecked;
        _onError = onError;
        Ended = Task.Run(LoopAsync);
    }

    public string Uri { get; }

    public Languages.Catalogue.LanguageDefinition Language => _checker.Language;

    /// <summary>Like <see cref="Text"/>, for the one who brings the changes.</summary>
    public int Version { get; private set; }

    public SourceText Text { get; private set; }

    /// <summary>The newest report; null before the first one.</summary>
    public CheckedVersion? Latest { get; private set; }

    /// <summary>Completes when the document has been closed and nothing of it runs any more.</summary>
    public Task Ended { get; }

    /// <summary>Begins to check.</summary>
    public void Start() => _wake.Writer.TryWrite(true);

    /// <summary>Takes a newer version.</summary>
    public void Change(int version, SourceText text, List<DocumentEdit> edits)
    {
        lock (_lock)
        {
            Version = version;
            Text = text;
            _edits?.AddRange(edits);
            Supersede();
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Checks the same version again, because settings or trust have changed.</summary>
    public void Recheck()
    {
        lock (_lock)
        {
            _edits = null;
            Supersede();
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Waits for a report on what is to be checked now, or on something newer; null where none will come: closed, or the check failed.</summary>
    /// <param name="final">Whether to wait for the finest layer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public async Task<CheckedVersion?> WaitForReportAsync(bool final, CancellationToken cancellation)
    {
        long? wanted = null;
        while (true)
        {
            Task next;
            lock (_lock)
            {
                wanted ??= _revision;
                if (Latest is { } latest && _reportedRevision >= wanted && (!final || latest.Report.IsFinal))
                {
                    return latest;
                }

                if (_closed || _failedRevision >= wanted)
                {
                    return null;
                }

                next = _reported.Task;
            }

            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>How one of the document's texts is built up. Safe to call while a check runs.</summary>
    public Languages.Outlines.DocumentStructure ReadStructure(SourceText text, CancellationToken cancellation) => _checker.ReadStructure(text, cancellation);

    /// <summary>Checks no more. A check under way ends by itself, soon or not: nobody waits for it.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            Supersede();
            LetLook();
        }

        _wake.Writer.TryComplete();
    }

    /// <summary>What is checked now is no longer wanted. Callers hold the lock.</summary>
    private void Supersede()
    {
        _revision++;
        // Asynchronously: the check would otherwise go on here, under the lock.
        _ = _newer.CancelAsync();
        _newer = new CancellationTokenSource();
    }

    /// <summary>Callers hold the lock; those who wait go on elsewhere.</summary>
    private void LetLook()
    {
        _reported.TrySetResult();
        _reported = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private async Task LoopAsync()
    {
        using var checker = _checker;
        await foreach (var _ in _wake.Reader.ReadAllAsync())
        {
            Work? work = null;
            try
            {
                work = TakeNewest();
                if (work is not null)
                {
                    await CheckAsync(work);
                }
            }
            catch (OperationCanceledException)
            {
                // A newer version is there, or the document was closed.
            }
            catch (Exception e)
            {
                _onError(e);
                lock (_lock)
                {
                    _edits = null; // the checker's state is unknown: begin anew at the next change
                    _failedRevision = work?.Revision ?? _revision;
                    LetLook();
                }
            }
        }
    }

    private Work? TakeNewest()
    {
        var deepest = _deepest();
        lock (_lock)
        {
            if (_closed)
            {
                return null;
            }

            var work = new Work(_revision, Version, Text, _edits, deepest, _newer.Token);
            _edits = deepest is null ? null : []; // a checker that is not asked loses track
            return work;
        }
    }

    private async Task CheckAsync(Work work)
    {
        if (work.Deepest is not { } deepest)
        {
            await ReportAsync(work, new SyntaxReport(Layer.Fast, [], IsFinal: true));
            return;
        }

        await foreach (var report in _checker.CheckAsync(work.Text, work.Edits, deepest, work.Newer))
        {
            await ReportAsync(work, report);
        }
    }

    private ValueTask ReportAsync(Work work, SyntaxReport report)
    {
        CheckedVersion result;
        lock (_lock)
        {
            work.Newer.ThrowIfCancellationRequested();
            var isFirst = Latest is not { } before || before.Version != work.Version || !ReferenceEquals(before.Text, work.Text);
            if (!isFirst && Latest!.Report.IsFinal && !report.IsFinal)
            {
                return ValueTask.CompletedTask; // checked again: the coarser layers' words on the way would only blink
            }

            var isNews = Latest is null ? work.Deepest is not null : !AreSame(Latest.Report.Findings, report.Findings);
            Latest = result = new CheckedVersion(work.Version, work.Text, report, isFirst && work.Deepest is not null, isNews);
            _reportedRevision = work.Revision;
            LetLook();
        }

        return _onChecked(this, result);
    }

    private static bool AreSame(IReadOnlyList<Finding> left, IReadOnlyList<Finding> right) =>
        left.Count == right.Count && left.Zip(right).All(static pair => pair.First.IsSameAs(pair.Second));

    /// <summary>One check: what of, how deep, and until when.</summary>
    private sealed record Work(
        long Revision, int Version, SourceText Text, IReadOnlyList<DocumentEdit>? Edits, Layer? Deepest, CancellationToken Newer);
}
