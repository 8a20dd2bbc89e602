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

        var grammar = Grammar.Load(reference.Symbol);
        _parser ??= new TreeParser(grammar);
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

        var tree = _parser.Parse(text, _tree, cancellation);
        _tree?.Dispose();
        _tree = tree;
        if (!tree.HasError)
        {
            return Combine(textual, []);
        }

        var damage = new DamagedTree(tree.ReadDamage(DamagedTree.NodeLimit), grammar, language, text);
        return Combine(textual, TreeExplainer.Explain(damage));
    }

    public void Dispose()
    {
        _tree?.Dispose();
        _parser?.Dispose();
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
