using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Textual;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Checking;

/// <summary>The textual checks and the grammar, incremental from one text of a document to the next. One call at a time.</summary>
internal sealed class FastLayer(LanguageDefinition language) : IDisposable
{
    private TreeParser? _parser;
    private SyntaxTree? _tree;

    /// <summary>
    /// The findings of <paramref name="text"/>. <paramref name="edits"/> lead to it from the text of the call before, also where that
    /// one was cancelled; null means a text of its own.
    /// </summary>
    public List<Finding> Check(SourceText text, IReadOnlyList<DocumentEdit>? edits, CancellationToken cancellation)
    {
        var textual = TextualCheck.Check(text, language);
        if (language.Grammar is not { } reference)
        {
            return textual;
        }

        _parser ??= new TreeParser(Grammar.Load(reference.Symbol));
        if (edits is null)
        {
            _tree?.Dispose();
            _tree = null;
        }
        else
        {
            foreach (var edit in edits)
            {
                _tree?.Edit(edit.Change, edit.After);
            }
        }

        return Explain(_parser.Parse(text, _tree, cancellation), isIncremental: _tree is not null, text, textual);
    }

    /// <summary>
    /// Whether the last findings come from a broken text that was parsed incrementally: how the parser recovers then depends on what it
    /// could reuse, so <see cref="Settle"/> may say it differently.
    /// </summary>
    public bool IsProvisional { get; private set; }

    /// <summary>The findings of the same text parsed from scratch, which depend on the text alone.</summary>
    public List<Finding> Settle(SourceText text, CancellationToken cancellation) =>
        Explain(_parser!.Parse(text, old: null, cancellation), isIncremental: false, text, TextualCheck.Check(text, language));

    public void Dispose()
    {
        _tree?.Dispose();
        _parser?.Dispose();
    }

    private List<Finding> Explain(SyntaxTree tree, bool isIncremental, SourceText text, List<Finding> textual)
    {
        _tree?.Dispose();
        _tree = tree;
        IsProvisional = isIncremental && tree.HasError;
        return Combine(textual, tree.HasError ? TreeExplainer.Explain(new DamagedTree(tree.ReadDamage(DamagedTree.NodeLimit), tree.Grammar, language, text)) : []);
    }

    /// <summary>What the lines themselves show explains every error of the parser behind it.</summary>
    private static List<Finding> Combine(List<Finding> textual, List<Finding> parsed)
    {
        if (textual.Count == 0)
        {
            return parsed;
        }

        var first = textual[0].Span.Start;
        return [.. parsed.Where(finding => finding.Span.End < first && finding.Related.All(place => place.Span.End < first)), .. textual];
    }
}
