using System.Threading.Channels;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Lsp.Documents;

/// <summary>
/// A document the client has open. Changes arrive in order and return at once; one loop checks whatever version is newest when it
/// gets to it, so a burst of edits is checked once, without waiting for a pause. A newer version cancels the check of an older one.
/// </summary>
internal sealed class OpenDocument : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Func<OpenDocument, CheckedVersion, ValueTask> _onChecked;
    private readonly Func<Layer?> _deepest;
    private readonly Action<Exception> _onError;

    /// <summary>Holds one item while there is something to check.</summary>
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly DocumentChecker _checker;
    private readonly Task _loop;

    /// <summary>Edits since the last check began; null asks for a check from scratch. Guarded by the lock.</summary>
    private List<DocumentEdit>? _edits;

    /// <summary>Cancels the check under way. Guarded by the lock.</summary>
    private CancellationTokenSource _newer = new();

    /// <summary>Completed and replaced at each report. Guarded by the lock.</summary>
    private TaskCompletionSource _reported = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool _closed;

    /// <param name="uri">As the client spells it.</param>
    /// <param name="checker">Owned from now on.</param>
    /// <param name="version">The client's number.</param>
    /// <param name="text">The text.</param>
    /// <param name="deepest">The finest layer to ask now; null: none at all.</param>
    /// <param name="onChecked">Called for each report, one at a time, never after <see cref="DisposeAsync"/>.</param>
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
        _wake.Writer.TryWrite(true);
        _loop = Task.Run(LoopAsync);
    }

    public string Uri { get; }

    public Languages.Catalogue.LanguageDefinition Language => _checker.Language;

    public int Version { get; private set; }

    public SourceText Text { get; private set; }

    /// <summary>The newest report; null before the first one.</summary>
    public CheckedVersion? Latest { get; private set; }

    /// <summary>Takes a newer version.</summary>
    public void Change(int version, SourceText text, List<DocumentEdit> edits)
    {
        lock (_lock)
        {
            Version = version;
            Text = text;
            _edits?.AddRange(edits);
            _newer.Cancel();
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Checks the same version again, because settings or trust have changed.</summary>
    public void Recheck()
    {
        lock (_lock)
        {
            _edits = null;
            _newer.Cancel();
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Waits for a report on the version that is current now, or on a newer one.</summary>
    /// <param name="final">Whether to wait for the finest layer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The token fired, or the document was closed.</exception>
    public async Task<CheckedVersion> WaitForReportAsync(bool final, CancellationToken cancellation)
    {
        var wanted = Version;
        while (true)
        {
            Task next;
            lock (_lock)
            {
                if (Latest is { } latest && latest.Version >= wanted && (!final || latest.Report.IsFinal))
                {
                    return latest;
                }

                ObjectDisposedException.ThrowIf(_closed, this);
                next = _reported.Task;
            }

            await next.WaitAsync(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _closed = true;
            _newer.Cancel();
            _reported.TrySetResult();
        }

        _wake.Writer.TryComplete();
        await _loop;
        _checker.Dispose();
        _newer.Dispose();
    }

    private async Task LoopAsync()
    {
        await foreach (var _ in _wake.Reader.ReadAllAsync())
        {
            try
            {
                await CheckNewestAsync();
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
                }
            }
        }
    }

    private async Task CheckNewestAsync()
    {
        SourceText text;
        int version;
        List<DocumentEdit>? edits;
        CancellationToken newer;
        lock (_lock)
        {
            if (_closed || _deepest() is null && Latest is { Report.Findings.Count: 0 })
            {
                return;
            }

            (text, version, edits) = (Text, Version, _edits);
            _edits = [];
            if (_newer.IsCancellationRequested)
            {
                _newer.Dispose();
                _newer = new CancellationTokenSource();
            }

            newer = _newer.Token;
        }

        var first = true;
        if (_deepest() is not { } deepest)
        {
            await ReportAsync(new SyntaxReport(Layer.Fast, [], IsFinal: true), text, version, first, newer);
            return;
        }

        await foreach (var report in _checker.CheckAsync(text, edits, deepest, newer))
        {
            await ReportAsync(report, text, version, first, newer);
            first = false;
        }
    }

    private async ValueTask ReportAsync(SyntaxReport report, SourceText text, int version, bool first, CancellationToken newer)
    {
        TaskCompletionSource reported;
        CheckedVersion checkedVersion;
        lock (_lock)
        {
            newer.ThrowIfCancellationRequested();
            var before = Latest?.Report.Findings;
            var isNews = before is null || before.Count != report.Findings.Count || !before.Zip(report.Findings).All(static pair => pair.First.IsSameAs(pair.Second));
            Latest = checkedVersion = new CheckedVersion(version, text, report, first, isNews);
            reported = _reported;
            _reported = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        reported.TrySetResult();
        await _onChecked(this, checkedVersion);
    }
}
