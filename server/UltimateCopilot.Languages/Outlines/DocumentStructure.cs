using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Outlines;

/// <summary>How one text is built up, read off its tree, broken places or not. Belongs to one caller at a time.</summary>
public sealed class DocumentStructure : IDisposable
{
    private readonly SyntaxTree? _tree;
    private readonly SourceText _text;
    private readonly string? _grammar;

    internal DocumentStructure(LanguageDefinition language, SourceText text, SyntaxTree? tree)
    {
        _grammar = language.Grammar?.Symbol;
        _text = text;
        _tree = tree;
    }

    /// <summary>What the text declares: the outermost symbols, each with what it holds. Empty where the language has no grammar.</summary>
    public IReadOnlyList<Symbol> Symbols() => Find("symbols") is { } query ? Outline.Of(_tree!, _text, query) : [];

    /// <summary>What can be folded, in document order.</summary>
    public IReadOnlyList<Fold> Folds() => Find("folds") is { } query ? Folding.Of(_tree!, _text, query) : [];

    /// <summary>The spans around an offset, from the smallest to the whole text, each within the next.</summary>
    public IReadOnlyList<TextSpan> SpansAround(int offset)
    {
        var whole = new TextSpan(0, _text.Length);
        if (_tree is null)
        {
            return [whole];
        }

        // Also what ends at the offset: behind a word the word is meant.
        var near = new TextSpan(Math.Max(offset - 1, 0), Math.Min(offset + 1, _text.Length));
        var nodes = Queries.FindAnyNode(_grammar!).Run(_tree, near).Select(static match => match.Captures[0].Span);
        var spans = new List<TextSpan>();
        foreach (var span in nodes.Append(whole).OrderBy(static span => span.Length))
        {
            var isAround = span.Start <= offset && offset <= span.End && span.Length > 0;
            if (isAround && (spans.Count == 0 || (span != spans[^1] && span.Start <= spans[^1].Start && spans[^1].End <= span.End)))
            {
                spans.Add(span);
            }
        }

        return spans.Count > 0 ? spans : [whole];
    }

    /// <inheritdoc/>
    public void Dispose() => _tree?.Dispose();

    private TreeQuery? Find(string purpose) => _tree is null ? null : Queries.Find(_grammar!, purpose);
}
