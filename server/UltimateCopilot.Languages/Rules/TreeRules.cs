using System.Collections.Concurrent;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Rules.Literals;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Rules;

/// <summary>
/// What a grammar takes and its language does not: the patterns of <c>grammars/queries/&lt;grammar&gt;/checks.scm</c>. How they are written is
/// told in <c>grammars/queries/checks.md</c>.
/// </summary>
internal sealed class TreeRules
{
    /// <summary>The query that holds them.</summary>
    public const string Purpose = "checks";

    private static readonly ConcurrentDictionary<string, Lazy<TreeRules?>> Known = new(StringComparer.Ordinal);

    private readonly TreeQuery _query;
    private readonly RuleCapture[] _captures;
    private readonly TreeRule[] _rules;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _reserved;

    /// <summary>Labels and groups, by their number.</summary>
    private readonly List<string> _words = [string.Empty];

    /// <exception cref="FormatException">A pattern uses a name that is not known here.</exception>
    private TreeRules(TreeQuery query, LanguageDefinition language)
    {
        _query = query;
        Language = language;
        _reserved = language.ReservedWords.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _captures = [.. query.CaptureNames.Select(RuleCapture.Parse)];
        Labels = [.. _captures.Select(capture => capture.Role is RuleRole.Context or RuleRole.File ? NumberOf(capture.Word) : 0)];
        _rules = [.. query.Variants.Select(ReadRule)];
        IsNested = new bool[_words.Count];
        foreach (var label in _rules.Select(static rule => rule.UndefinedIn).Where(static label => label >= 0))
        {
            IsNested[label] = true;
        }
    }

    /// <summary>What they are rules of.</summary>
    public LanguageDefinition Language { get; }

    /// <summary>The number of each capture's label, 0 where it has none.</summary>
    public int[] Labels { get; }

    /// <summary>Labels and groups are numbered below this.</summary>
    public int WordCount => _words.Count;

    /// <summary>Of each label whether definitions are looked for in such contexts, one around the other.</summary>
    public bool[] IsNested { get; }

    /// <summary>The rules of a language; null where its grammar has none. To read many of them takes a tenth of a second, once.</summary>
    public static TreeRules? Of(LanguageDefinition language) => Find(language).Value;

    /// <summary>Whether <see cref="Of"/> answers at once.</summary>
    public static bool AreReady(LanguageDefinition language) => Find(language).IsValueCreated;

    /// <summary>Begins to read the rules of a language that will be asked for.</summary>
    public static void Prepare(LanguageDefinition language)
    {
        if (!AreReady(language))
        {
            _ = Task.Run(() => Of(language));
        }
    }

    private static Lazy<TreeRules?> Find(LanguageDefinition language) => Known.GetOrAdd(
        language.Id,
        static (_, language) => language.Grammar is { } grammar && Queries.Exists(grammar.Symbol, Purpose)
            ? new Lazy<TreeRules?>(() => new TreeRules(Queries.Find(grammar.Symbol, Purpose)!, language))
            : new Lazy<TreeRules?>((TreeRules?)null),
        language);

    public TreeRule RuleOf(RuleMatch match) => _rules[match.Rule];

    public RuleRole RoleOf(RuleMatch match) => _captures[match.Capture].Role;

    /// <summary>The code of <see cref="FindingCodes"/> that a finding gets.</summary>
    public string CodeOf(RuleMatch match) => _captures[match.Capture].Word;

    /// <summary>Every match that touches a part of the text, in no order.</summary>
    public List<RuleMatch> Find(SyntaxTree tree, TextSpan range)
    {
        var found = new List<RuleMatch>();
        _query.Visit(tree, range, (rule, captures) => Add(found, rule, captures, tree.Text));
        return found;
    }

    private void Add(List<RuleMatch> found, int index, ReadOnlySpan<NativeCapture> captures, SourceText text)
    {
        var extent = captures[0].SpanIn(text);
        TextSpan related = default, name = default, within = default, from = default;
        foreach (var capture in captures)
        {
            var span = capture.SpanIn(text);
            extent = new TextSpan(Math.Min(extent.Start, span.Start), Math.Max(extent.End, span.End));
            var word = _captures[capture.Capture].Word;
            related = word == "related" ? span : related;
            name = word == "name" ? span : name;
            within = word == "within" ? span : within;
            from = word == "from" ? span : from;
        }

        var rule = _rules[index];
        foreach (var capture in captures)
        {
            var (node, role) = (capture.SpanIn(text), _captures[capture.Capture].Role);
            if (role == RuleRole.Part)
            {
                continue;
            }

            var (place, rank) = role == RuleRole.Context ? (from.Length > 0 ? node with { Start = from.Start } : node, 1) : rule.IsOuter ? (extent, 0) : (within.Length > 0 ? new TextSpan(within.Start, within.Start) : node, 2);
            var called = name.Length > 0 ? text.ToString(name) : role is RuleRole.Finding or RuleRole.Definition && (rule.NeedsName || rule.DefinedIn >= 0) ? text.ToString(node) : null;
            if (role != RuleRole.Finding || IsAtFault(rule, _captures[capture.Capture].Word, text, ref node, ref called))
            {
                found.Add(new RuleMatch(index, capture.Capture, place, rank, node, related, extent, called));
            }
        }
    }

    private bool IsAtFault(TreeRule rule, string code, SourceText text, ref TextSpan node, ref string? name)
    {
        if (code == FindingCodes.ReservedWord && rule.AsksForReservedWords)
        {
            return IsReserved(text, node);
        }

        if (rule.Check is null)
        {
            return true;
        }

        name = rule.Check(text.ToString(node), out var at);
        node = name is null ? node : new TextSpan(node.Start + at.Start, node.Start + at.End);
        return name is not null;
    }

    private bool IsReserved(SourceText text, TextSpan word)
    {
        const int Longest = 32;
        if (word.Length > Longest)
        {
            return false;
        }

        Span<char> content = stackalloc char[word.Length];
        text.CopyTo(word.Start, content);
        return _reserved.Contains(content);
    }

    private TreeRule ReadRule(QueryVariant variant)
    {
        var properties = variant.Properties;
        string Text(string key) => properties.GetValueOrDefault(key, string.Empty);
        int[] Labels(string key) => [.. Text(key).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NumberOf)];
        int Label(string key) => properties.TryGetValue(key, out var label) ? NumberOf(label) : -1;
        return new TreeRule
        {
            Message = Text("message"),
            RelatedMessage = Text("related"),
            Inside = Labels("inside"),
            Outside = Labels("outside"),
            Until = Labels("until"),
            SameName = properties.ContainsKey("same-name"),
            UniqueIn = Label("unique"),
            IsOuter = properties.ContainsKey("outer"),
            IsInnermost = properties.ContainsKey("innermost"),
            IsWeak = properties.ContainsKey("weak"),
            UndefinedIn = Label("undefined"),
            DefinedIn = Label("defined"),
            Group = NumberOf(Text("group")),
            AsksForReservedWords = variant.Predicates.Count == 0,
            Check = properties.TryGetValue("check", out var check) ? LiteralChecks.Find(check) : null,
        };
    }

    private int NumberOf(string word)
    {
        var number = _words.IndexOf(word);
        if (number < 0)
        {
            number = _words.Count;
            _words.Add(word);
        }

        return number;
    }
}
