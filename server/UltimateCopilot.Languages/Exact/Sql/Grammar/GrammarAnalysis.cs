using UltimateCopilot.Languages.Exact.Sql.Lexing;

namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>The rules of one dialect, and which tokens each piece of them can start with.</summary>
internal sealed class GrammarAnalysis
{
    private readonly Dictionary<string, GrammarNode> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleStart> _ruleStarts = new(StringComparer.Ordinal);
    private readonly Dictionary<GrammarNode, (KindSet First, bool IsNullable)> _starts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _references = new(StringComparer.Ordinal);
    private readonly SqlVocabulary _vocabulary;
    private readonly IReadOnlyDictionary<string, KindSet> _classes;

    public GrammarAnalysis(
        IEnumerable<KeyValuePair<string, GrammarNode>> rules, SqlVocabulary vocabulary, IReadOnlyDictionary<string, KindSet> classes, string letters)
    {
        _vocabulary = vocabulary;
        _classes = classes;
        foreach (var (name, node) in rules)
        {
            if (!_rules.TryAdd(name, Prune(node, letters) ?? Never))
            {
                throw new FormatException($"The grammar has the rule '{name}' twice.");
            }
        }

        foreach (var name in _rules.Keys)
        {
            _ruleStarts[name] = new RuleStart(new KindSet(vocabulary.KindCount), false);
        }

        while (Spread())
        {
        }

        foreach (var node in _rules.Values)
        {
            CountReferences(node);
        }
    }

    /// <summary>What no text fits.</summary>
    public static GrammarNode Never { get; } = new GrammarNode.Choice([]);

    public GrammarNode Rule(string name) => _rules.TryGetValue(name, out var node) ? node : throw new FormatException($"The grammar has no rule '{name}'.");

    /// <summary>The classes of words that can be names.</summary>
    public IReadOnlyList<KindSet> NameClasses => [.. WordClasses.Names.Select(name => _classes[name])];

    /// <summary>The tokens of a class such as <c>name</c>; null where the name is a rule's.</summary>
    public KindSet? Class(string name) => _classes.GetValueOrDefault(name);

    /// <summary>Whether a rule is used at one place alone, and so might as well stand there.</summary>
    public bool IsUsedOnce(string name) => _references.GetValueOrDefault(name) == 1;

    /// <summary>The tokens that a piece can start with, and whether it can be nothing.</summary>
    public (KindSet First, bool IsNullable) StartOf(GrammarNode node)
    {
        if (!_starts.TryGetValue(node, out var start))
        {
            var first = new KindSet(_vocabulary.KindCount);
            start = (first, AddStart(node, first));
            _starts.Add(node, start);
        }

        return start;
    }

    /// <summary>Lets every rule know what the rules it begins with can start with; whether that was news to any.</summary>
    private bool Spread()
    {
        var grew = false;
        foreach (var (name, node) in _rules)
        {
            var start = _ruleStarts[name];
            var before = start.First.Count;
            var isNullable = AddStart(node, start.First);
            if (start.First.Count > before || isNullable != start.IsNullable)
            {
                grew = true;
                _ruleStarts[name] = start with { IsNullable = isNullable };
            }
        }

        return grew;
    }

    /// <summary>Adds the tokens that a piece can start with; whether it can be nothing.</summary>
    private bool AddStart(GrammarNode node, KindSet first)
    {
        switch (node)
        {
            case GrammarNode.Token token:
                first.Add(_vocabulary.KindOf(token.Text));
                return false;
            case GrammarNode.Reference reference:
                if (_classes.TryGetValue(reference.Name, out var kinds))
                {
                    first.Add(kinds.Bits);
                    return false;
                }

                var start = _ruleStarts.TryGetValue(reference.Name, out var known) ? known : throw new FormatException($"The grammar has no rule '{reference.Name}'.");
                first.Add(start.First.Bits);
                return start.IsNullable;
            case GrammarNode.Sequence sequence:
                return sequence.Items.All(item => AddStart(item, first)); // stops behind the first that cannot be nothing
            case GrammarNode.Choice choice:
                var isNullable = false;
                foreach (var alternative in choice.Alternatives)
                {
                    isNullable |= AddStart(alternative, first);
                }

                return isNullable;
            case GrammarNode.Optional optional:
                AddStart(optional.Inner, first);
                return true;
            case GrammarNode.Repeated repeated:
                return AddStart(repeated.Inner, first) || !repeated.AtLeastOnce;
            case GrammarNode.Separated separated:
                return AddStart(separated.Inner, first);
            default:
                return true; // looks ahead
        }
    }

    /// <summary>Without what the dialect does not have; null where nothing is left.</summary>
    private static GrammarNode? Prune(GrammarNode node, string letters)
    {
        switch (node)
        {
            case GrammarNode.Guarded guarded:
                return guarded.Dialects.AsSpan().ContainsAny(letters) ? Prune(guarded.Inner, letters) : null;
            case GrammarNode.Sequence sequence:
                var items = new List<GrammarNode>();
                foreach (var item in sequence.Items)
                {
                    if (Prune(item, letters) is not { } left)
                    {
                        return null;
                    }

                    items.Add(left);
                }

                return new GrammarNode.Sequence(items);
            case GrammarNode.Choice choice:
                var alternatives = choice.Alternatives.Select(alternative => Prune(alternative, letters)).OfType<GrammarNode>().ToList();
                return alternatives.Count switch { 0 => null, 1 => alternatives[0], _ => new GrammarNode.Choice(alternatives) };
            case GrammarNode.Optional optional:
                return Prune(optional.Inner, letters) is { } inner ? new GrammarNode.Optional(inner) : new GrammarNode.Sequence([]);
            case GrammarNode.Repeated repeated:
                return Prune(repeated.Inner, letters) is { } body ? repeated with { Inner = body } : repeated.AtLeastOnce ? null : new GrammarNode.Sequence([]);
            case GrammarNode.Separated separated:
                return Prune(separated.Inner, letters) is { } element ? separated with { Inner = element } : null;
            case GrammarNode.Look look:
                return Prune(look.Inner, letters) is { } seen ? look with { Inner = seen } : look.Absent ? new GrammarNode.Sequence([]) : null;
            default:
                return node;
        }
    }

    private void CountReferences(GrammarNode node)
    {
        switch (node)
        {
            case GrammarNode.Reference reference:
                _references[reference.Name] = _references.GetValueOrDefault(reference.Name) + 1;
                break;
            case GrammarNode.Sequence sequence:
                sequence.Items.ToList().ForEach(CountReferences);
                break;
            case GrammarNode.Choice choice:
                choice.Alternatives.ToList().ForEach(CountReferences);
                break;
            case GrammarNode.Optional optional:
                CountReferences(optional.Inner);
                break;
            case GrammarNode.Repeated repeated:
                CountReferences(repeated.Inner);
                CountReferences(repeated.Inner); // it stands there twice
                break;
            case GrammarNode.Separated separated:
                CountReferences(separated.Inner);
                CountReferences(separated.Inner);
                CountReferences(separated.Separator);
                break;
            case GrammarNode.Look look:
                CountReferences(look.Inner);
                break;
            default:
                break;
        }
    }

    private readonly record struct RuleStart(KindSet First, bool IsNullable);
}
