using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>
/// The pieces of other languages in one document. After an edit only the lines are searched where the tree has changed, and only the pieces
/// are checked whose text has; what was found in the others moves along. One call at a time.
/// </summary>
internal sealed class EmbeddedChecks(EmbeddedQuery query, EmbeddedLanguages languages) : IDisposable
{
    /// <summary>A document with more pieces was made by a program; those behind are not looked at.</summary>
    private const int MostPieces = 2_000;

    /// <summary>In document order.</summary>
    private List<EmbeddedDocument> _pieces = [];

    /// <summary>What was edited since <see cref="_tree"/> was searched.</summary>
    private readonly List<TextSpan> _edited = [];

    /// <summary>The tree that was searched last, edited along since.</summary>
    private SyntaxTree? _tree;

    /// <summary>Whether the document has been searched for pieces.</summary>
    public bool AreKnown => _tree is not null;

    /// <summary>Whether a piece was edited that has not been checked since: then what is known of it may be wrong.</summary>
    public bool AreTouched => _pieces.Take(MostPieces).Any(piece => piece.IsTouched || _edited.Exists(piece.Region.Extent.Touches));

    /// <summary>Follows the edits that lead to the text of now; null where it is another text.</summary>
    public void Follow(IReadOnlyList<DocumentEdit>? edits)
    {
        if (edits is null)
        {
            Dispose();
            return;
        }

        foreach (var edit in edits)
        {
            _tree?.Edit(edit.Change, edit.After);
            for (var i = 0; i < _edited.Count; i++)
            {
                _edited[i] = edit.Change.Map(_edited[i]);
            }

            _edited.Add(new TextSpan(edit.Change.Old.Start, edit.Change.NewEnd));
            _pieces.ForEach(piece => piece.Move(edit.Change));
        }
    }

    /// <summary>Checks what has changed.</summary>
    /// <param name="tree">That of the text of now, which is taken over; null where it has none, and nothing can be told.</param>
    /// <param name="deepest">Finer layers are not asked.</param>
    /// <param name="cancellation">Fires when a newer text is there.</param>
    public async Task CheckAsync(SyntaxTree? tree, Layer deepest, CancellationToken cancellation)
    {
        if (tree is null)
        {
            return;
        }

        Search(tree);
        foreach (var piece in _pieces.Take(MostPieces).Where(static piece => piece.IsTouched))
        {
            cancellation.ThrowIfCancellationRequested();
            await piece.CheckAsync(tree.Text, languages, deepest, cancellation);
        }
    }

    /// <summary>The document's own findings and those of its pieces, in document order.</summary>
    public IReadOnlyList<Finding> Join(IReadOnlyList<Finding> own, SourceText text)
    {
        List<Finding> all = [.. own.Where(finding => !IsExample(finding)), .. _pieces.SelectMany(piece => piece.Report(text))];
        all.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return all;
    }

    public void Dispose()
    {
        _pieces.ForEach(static piece => piece.Dispose());
        _pieces.Clear();
        _edited.Clear();
        _tree?.Dispose();
        _tree = null;
    }

    private void Search(SyntaxTree tree)
    {
        var text = tree.Text;
        var ranges = _tree is null ? [new TextSpan(0, text.Length)] : text.WholeLines(_edited.Concat(tree.ChangesSince(_tree)));
        _edited.Clear();
        _tree?.Dispose();
        _tree = tree;
        if (ranges.Count == 0)
        {
            return;
        }

        // One unit more on both sides, so that what only touches the range is seen.
        var found = ranges.SelectMany(range => query.Find(tree, new TextSpan(Math.Max(range.Start - 1, 0), range.End + 1)))
            .Where(region => ranges.Exists(region.Extent.Touches)).Distinct().OrderBy(static region => region.Extent.Start).ToList();
        var stale = _pieces.Where(piece => ranges.Exists(piece.Region.Extent.Touches)).ToList();
        var known = stale.GroupBy(static piece => piece.Region.Extent.Start).ToDictionary(static pieces => pieces.Key, static pieces => pieces.First());
        _pieces = [.. _pieces.Except(stale), .. found.Select(region => Meet(region, known))];
        _pieces.Sort(static (a, b) => a.Region.Extent.Start.CompareTo(b.Region.Extent.Start));
        stale.Except(_pieces).ToList().ForEach(static piece => piece.Dispose());
    }

    private EmbeddedDocument Meet(EmbeddedRegion region, Dictionary<int, EmbeddedDocument> known)
    {
        var language = languages.Find(region);
        if (known.TryGetValue(region.Extent.Start, out var piece) && piece.Region.Form == region.Form && piece.Language == language)
        {
            piece.Meet(region);
            return piece;
        }

        return new EmbeddedDocument(region, language);
    }

    /// <summary>Whether the document says of a fenced block what its lines show, such as the markers of a merge: they are shown there on purpose.</summary>
    private bool IsExample(Finding finding) => _pieces.Exists(
        piece => piece.Region.Form == EmbeddedForm.Fence && piece.Region.Extent.Start <= finding.Span.Start && finding.Span.End <= piece.Region.Extent.End);
}
