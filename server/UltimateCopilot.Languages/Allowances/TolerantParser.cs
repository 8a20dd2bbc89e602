using UltimateCopilot.Languages.Allowances.CFamily;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Rules;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Allowances;

/// <summary>
/// Parses a document over its texts. Where the grammar stumbles, it reads the text with the constructs masked that the language has and it does
/// not know; a text that it takes as it is costs nothing more. One call at a time.
/// </summary>
internal sealed class TolerantParser(LanguageDefinition language, Grammar grammar) : IDisposable
{
    /// <summary>Behind one masked construct the grammar may stumble over the next.</summary>
    private const int MostRounds = 8;

    private readonly TreeParser _parser = new(grammar);
    private readonly IReadOnlyList<IAllowances> _allowances = AllowancesOf(language, grammar);

    /// <summary>Only the rules ask where trees differ, and to compare two flat ones takes long.</summary>
    private readonly bool _hasRules = Queries.Exists(language.Grammar!.Symbol, TreeRules.Purpose);
    private readonly EditedPart? _parts = language.Parts is { } parts ? new EditedPart(parts, grammar) : null;
    private MaskedText _text = new(SourceText.Empty);

    /// <summary>All that was edited since the text was known to be sound; null for nothing.</summary>
    private TextSpan? _edited;

    /// <summary>
    /// A tree of what was read, edited along to the text of today. It is the last one without damage, where there was one: a parse that starts
    /// from it reuses all that the edits since then did not touch; one that starts from a damaged tree can reuse little of what lies behind the damage.
    /// </summary>
    private SyntaxTree? _base;

    private SyntaxTree? _tree;

    /// <summary>Whether an edit may have made masks wrong that stand elsewhere.</summary>
    private bool _isStale;

    /// <summary>Parses <paramref name="text"/>.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="edits">What led here from the text of the call before, cancelled or not; null for an unrelated text.</param>
    /// <param name="cancellation">Fires when a newer text is there.</param>
    public ParsedText Parse(SourceText text, IReadOnlyList<DocumentEdit>? edits, CancellationToken cancellation)
    {
        Discard();
        if (edits is null)
        {
            _text = new MaskedText(text);
            _isStale = false;
            Rebase(null);
        }
        else
        {
            Follow(edits);
            if (ParseEditedPart(cancellation) is { } part)
            {
                return part;
            }
        }

        return ParseWhole(cancellation);
    }

    /// <summary>Parses the last text as a whole, where only a part of it was.</summary>
    public ParsedText ParseWhole(CancellationToken cancellation)
    {
        Discard();

        // Only a tree of the text before saves work: one of the same text, damaged by what is masked now, would only pass its damage on.
        var start = _base;
        _tree = _parser.Parse(_text.Text, _text.Shown, start, cancellation);
        for (var round = 0; _tree.HasError && round < MostRounds && Mask(part: null, cancellation); round++)
        {
            Discard();
            _tree = _parser.Parse(_text.Text, _text.Shown, start, cancellation);
        }

        var changes = !_hasRules || _tree.HasError || start is null or { HasError: true } ? null : _tree.ChangesSince(start);
        if (!_tree.HasError || start is null or { HasError: true })
        {
            Rebase(_tree);
        }
        else
        {
            _edited ??= new TextSpan(0, _text.Text.Length); // a part was sound, and the whole is not: nothing is known of its parts any more
        }

        return new ParsedText(_tree, _text.Shown, IsIncremental: start is not null, changes, IsStale: _isStale && _text.Masks.Count > 0);
    }

    /// <summary>The edited part alone, where the rest is known to be sound: what is broken now was broken there.</summary>
    private ParsedText? ParseEditedPart(CancellationToken cancellation)
    {
        if (_base is not { HasError: false } || _edited is not { } edited || _parts?.Find(_base, edited, _text.Shown) is not { } part)
        {
            return null;
        }

        _tree = _parser.ParsePart(_text.Text, _text.Shown, part, cancellation);
        for (var round = 0; _tree.HasError && round < MostRounds && Mask(part, cancellation); round++)
        {
            Discard();
            _tree = _parser.ParsePart(_text.Text, _text.Shown, part, cancellation);
        }

        if (!_tree.HasError)
        {
            _edited = null; // all is sound again, though there is no tree of all
        }

        return new ParsedText(_tree, _text.Shown, IsIncremental: true, _tree.HasError ? null : [part with { End = EditedPart.LastUnit(_text.Text, part) + 1 }], Part: part);
    }

    public void Dispose()
    {
        Discard();
        Rebase(null);
        _parser.Dispose();
        foreach (var allowances in _allowances.OfType<IDisposable>())
        {
            allowances.Dispose();
        }
    }

    /// <summary>Masks what the grammar does not know in the damaged lines; nothing but the part is looked at where the tree is that of a part.</summary>
    /// <returns>Whether there was anything.</returns>
    private bool Mask(TextSpan? part, CancellationToken cancellation)
    {
        if (_allowances.Count == 0)
        {
            return false;
        }

        var damage = DamagedLines.Of(_tree!, _text.Text);
        var masks = part is { } span
            ? Find(_text.Part(span), damage.ConvertAll(lines => lines.Within(span).ShiftedBy(-span.Start)), cancellation)?.Select(mask => mask.ShiftedBy(span.Start)).ToList()
            : Find(_text, damage, cancellation);
        if (masks is null)
        {
            return false;
        }

        _text.Add(masks);
        foreach (var mask in masks)
        {
            _base?.Edit(new TextChange(mask.Span, mask.Span.Length), _text.Text);
        }

        return true;
    }

    /// <summary>The masks of the first that has any.</summary>
    private IReadOnlyList<Mask>? Find(MaskedText text, List<TextSpan> damage, CancellationToken cancellation) =>
        _allowances.Select(allowances => allowances.Find(text, damage, cancellation)).FirstOrDefault(static masks => masks.Count > 0);

    private static List<IAllowances> AllowancesOf(LanguageDefinition language, Grammar grammar)
    {
        var allowances = new List<IAllowances>();
        if (language.Allowances.Count > 0)
        {
            allowances.Add(Patterns.Of(language));
        }

        if (language.HasPreprocessor)
        {
            allowances.Add(new CAllowances(grammar, isCpp: language.Id == "cpp"));
        }

        return allowances;
    }

    private void Follow(IReadOnlyList<DocumentEdit> edits)
    {
        foreach (var edit in edits)
        {
            _isStale = _isStale || _allowances.Any(allowances => allowances.MayUnsettle(_text.Text, edit));
            foreach (var mask in _text.Edit(edit))
            {
                var change = new TextChange(mask.Span, mask.Span.Length);
                _base?.Edit(change, _base.Text);
                NoteEdit(change);
            }

            _base?.Edit(edit.Change, edit.After);
            NoteEdit(edit.Change);
        }
    }

    private void NoteEdit(TextChange change)
    {
        var place = new TextSpan(change.Old.Start, change.NewEnd);
        _edited = _edited is { } before && change.Map(before) is var moved
            ? new TextSpan(Math.Min(moved.Start, place.Start), Math.Max(moved.End, place.End))
            : place;
    }

    private void Rebase(SyntaxTree? tree)
    {
        if (_base != _tree)
        {
            _base?.Dispose();
        }

        _base = tree;
        _edited = null;
    }

    private void Discard()
    {
        if (_tree != _base)
        {
            _tree?.Dispose();
        }

        _tree = null;
    }
}
