using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Rules;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Textual;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Checking;

/// <summary>The textual checks and the grammar, incremental from one text of a document to the next. One call at a time.</summary>
internal sealed class FastLayer(LanguageDefinition language) : IDisposable
{
    private readonly TreeChecks? _checks = TreeRules.Of(language) is { } rules ? new TreeChecks(rules) : null;
    private TreeParser? _parser;

    /// <summary>What the lines of the last text show.</summary>
    private List<Finding> _textual = [];

    /// <summary>
    /// The last tree without damage, edited along to the text of today. A parse that starts from it reuses all that the edits since then did
    /// not touch; one that starts from a damaged tree can reuse little of what lies behind the damage.
    /// </summary>
    private SyntaxTree? _sound;

    /// <summary>The last tree, where there was no sound one yet.</summary>
    private SyntaxTree? _damaged;

    /// <summary>The tree of the last text, for those who want to know how it is built up.</summary>
    public LatestTree Latest { get; } = new();

    /// <summary>
    /// The findings of <paramref name="text"/>. <paramref name="edits"/> lead to it from the text of the call before, also where that
    /// one was cancelled; null means a text of its own.
    /// </summary>
    public List<Finding> Check(SourceText text, IReadOnlyList<DocumentEdit>? edits, CancellationToken cancellation)
    {
        _textual = TextualCheck.Check(text, language);
        if (language.Grammar is not { } reference)
        {
            return _textual;
        }

        _parser ??= new TreeParser(Grammar.Load(reference.Symbol));
        if (edits is null)
        {
            Keep(null, null);
            _checks?.Clear();
        }
        else
        {
            foreach (var edit in edits)
            {
                (_sound ?? _damaged)?.Edit(edit.Change, edit.After);
                _checks?.Move(edit.Change);
            }
        }

        var before = _sound ?? _damaged;
        return Explain(_parser.Parse(text, before, cancellation), isIncremental: before is not null, text);
    }

    /// <summary>
    /// Whether the last findings come from a broken text that was parsed incrementally: how the parser recovers then depends on what it
    /// could reuse, so <see cref="Settle"/> may say it differently.
    /// </summary>
    public bool IsProvisional { get; private set; }

    /// <summary>The findings of the same text parsed from scratch, which depend on the text alone.</summary>
    public List<Finding> Settle(SourceText text, CancellationToken cancellation) =>
        Explain(_parser!.Parse(text, old: null, cancellation), isIncremental: false, text);

    public void Dispose()
    {
        Keep(null, null);
        Latest.Dispose();
        _parser?.Dispose();
    }

    private List<Finding> Explain(SyntaxTree tree, bool isIncremental, SourceText text)
    {
        Latest.Keep(tree, text);
        if (!tree.HasError)
        {
            var checks = isIncremental && _sound is not null ? _checks?.Update(tree, tree.ChangesSince(_sound)) : _checks?.Check(tree);
            IsProvisional = false;
            Keep(tree, null);
            return Combine(_textual, checks ?? []);
        }

        IsProvisional = isIncremental;
        var damage = new DamagedTree(tree.ReadDamage(DamagedTree.NodeLimit), tree.Grammar, language, text);
        List<Finding> findings =
        [
            .. (isIncremental ? _checks?.Recall(text, damage.Start) : _checks?.Check(tree, damage.Start)) ?? [],
            .. TreeExplainer.Explain(damage),
        ];
        if (_sound is null)
        {
            Keep(null, tree);
        }
        else
        {
            tree.Dispose();
        }

        return Combine(_textual, findings);
    }

    private void Keep(SyntaxTree? sound, SyntaxTree? damaged)
    {
        _sound?.Dispose();
        _damaged?.Dispose();
        (_sound, _damaged) = (sound, damaged);
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
