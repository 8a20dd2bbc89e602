using UltimateCopilot.Languages.Allowances;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Exact;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Rules;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Textual;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Checking;

/// <summary>The textual checks and the grammar, incremental from one text of a document to the next. One call at a time.</summary>
/// <param name="language">What the texts are written in.</param>
/// <param name="isLive">Whether a person waits: what takes long for a text seen for the first time is then left to <see cref="Settle"/>.</param>
internal sealed class FastLayer(LanguageDefinition language, bool isLive = false) : IDisposable
{
    /// <summary>A text in ruins has worse mistakes than what the grammar lets through; and a query takes the square of a node's many children.</summary>
    private const int MostDamage = 10_000;

    /// <summary>To the rules, a text of this many units at once costs no more than its parse does.</summary>
    private const int LargestCheckedAtOnce = 1 << 16;

    /// <summary>Behind more edits that the grammar has not followed, the text is a new one to it.</summary>
    private const int MostUnparsed = 256;

    private TreeChecks? _checks;
    private TolerantParser? _parser;

    /// <summary>What led to the text of now from the one that the grammar read last; null where that was another text.</summary>
    private List<DocumentEdit>? _unparsed;

    /// <summary>The one of two parsers that is not kept.</summary>
    private TolerantParser? _spare;

    /// <summary>What was made of the last text.</summary>
    private ParsedText _parsed;

    /// <summary>Whether the last tree is sound only if masks still hold that stand in it.</summary>
    private bool _isStale;

    /// <summary>Whether the last tree depends on the one before it, or is that of a part alone.</summary>
    private bool _isUnsettled;

    /// <summary>Whether the rules have not had their say on the last tree yet.</summary>
    private bool _isUnchecked;

    /// <summary>What the lines of the last text show.</summary>
    private List<Finding> _textual = [];

    /// <summary>What the indentation of the last text shows, where that makes the blocks.</summary>
    private List<Finding> _layout = [];

    /// <summary>The tree of the last text, for those who want to know how it is built up.</summary>
    public LatestTree Latest { get; } = new();

    /// <summary>
    /// Whether <see cref="Settle"/> may say it differently: the last findings come from a part of the text alone, or from a broken text that was
    /// parsed incrementally, where the parser's recovery depends on what it could reuse, or from the grammar without its rules.
    /// </summary>
    public bool IsProvisional => _isUnsettled || _isUnchecked;

    /// <summary>What the lines of <paramref name="text"/> show. The grammar follows when it is asked.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="edits">What led to it from the text of the call before; null means a text of its own.</param>
    public List<Finding> ReadLines(SourceText text, IReadOnlyList<DocumentEdit>? edits)
    {
        if (edits is null || _unparsed?.Count + edits.Count > MostUnparsed)
        {
            _unparsed = null;
        }
        else
        {
            _unparsed?.AddRange(edits);
        }

        _isUnsettled = _isUnchecked = false;
        _textual = TextualCheck.Check(text, language);
        return _textual;
    }

    /// <summary>The findings of the text whose lines were read last. Where it is cancelled, the next call makes up for it.</summary>
    public List<Finding> Parse(SourceText text, CancellationToken cancellation)
    {
        _layout = language.HasOffsideRule && _textual.TrueForAll(static finding => finding.Severity != Severity.Error) ? PythonLayout.Check(text, language.Headers) : [];
        if (language.Grammar is null)
        {
            return _textual;
        }

        try
        {
            return IsTooDeep(text) ? GiveUp(text) : Take(Follow(text, cancellation), text, isSettling: false);
        }
        catch (ParserOutOfTimeException)
        {
            return GiveUp(text);
        }
    }

    /// <summary>A copy of the tree of the text whose lines were read last, which the caller disposes; null where it has none.</summary>
    public SyntaxTree? TakeTree(SourceText text, CancellationToken cancellation)
    {
        if (Latest.Take(text) is { } tree)
        {
            return tree;
        }

        FollowTree(text, cancellation);
        return Latest.Take(text);
    }

    /// <summary>Brings the tree to the text whose lines were read last, where the grammar was not asked about it.</summary>
    public void FollowTree(SourceText text, CancellationToken cancellation)
    {
        if (language.Grammar is null || IsTooDeep(text))
        {
            return;
        }

        try
        {
            var parsed = Follow(text, cancellation);
            Latest.Keep((parsed.Part is not null ? _parser!.ParseWhole(cancellation) : parsed).Tree, text);
        }
        catch (ParserOutOfTimeException)
        {
            GiveUp(text);
        }
    }

    /// <summary>The findings of the whole of the same text, and where it is broken parsed from scratch, so that they depend on the text alone.</summary>
    public List<Finding> Settle(SourceText text, CancellationToken cancellation)
    {
        try
        {
            if (!_isUnsettled)
            {
                return Explain(_parsed, text, isSettling: true);
            }

            if (_parsed.Part is not null)
            {
                var found = Take(_parser!.ParseWhole(cancellation), text, isSettling: true);
                if (!_isUnsettled)
                {
                    return found;
                }
            }

            return Take(ParseAnew(text, cancellation), text, isSettling: true);
        }
        catch (ParserOutOfTimeException)
        {
            return GiveUp(text);
        }
        finally
        {
            _spare?.Dispose();
            _spare = null;
        }
    }

    public void Dispose()
    {
        Latest.Dispose();
        _parser?.Dispose();
    }

    /// <summary>Where masks may have been wrong, or nothing is broken after all, what is learnt anew is better; else the sound tree before the damage is.</summary>
    private ParsedText ParseAnew(SourceText text, CancellationToken cancellation)
    {
        _spare = new TolerantParser(language, Grammar.Load(language.Grammar!.Symbol));
        var parsed = _spare.Parse(text, edits: null, cancellation);
        if (_isStale || !parsed.Tree.HasError)
        {
            (_parser, _spare) = (_spare, _parser);
        }

        return parsed;
    }

    /// <summary>Some scanners cannot count so far.</summary>
    private bool IsTooDeep(SourceText text) => language.WidestIndent is { } widest && Nesting.IsIndentedBeyond(text, widest);

    private ParsedText Follow(SourceText text, CancellationToken cancellation)
    {
        var edits = _parser is null ? null : _unparsed;
        _unparsed = [];
        if (edits is null)
        {
            _checks?.Clear();
            if (isLive)
            {
                TreeRules.Prepare(language);
                Patterns.Prepare(language);
            }
        }

        foreach (var edit in edits ?? [])
        {
            _checks?.Move(edit.Change);
        }

        _parser ??= new TolerantParser(language, Grammar.Load(language.Grammar!.Symbol));
        return _parser.Parse(text, edits, cancellation);
    }

    private List<Finding> Take(ParsedText parsed, SourceText text, bool isSettling)
    {
        _parsed = parsed;
        _isStale = parsed is { IsStale: true, Tree.HasError: false };
        _isUnsettled = parsed.Part is not null || _isStale || (parsed.IsIncremental && parsed.Tree.HasError);
        if (parsed.Part is null)
        {
            Latest.Keep(parsed.Tree, text);
        }

        return Explain(parsed, text, isSettling);
    }

    /// <summary>Some texts would keep a grammar busy for minutes, or are nested deeper than its scanner can count. The next text is parsed from scratch.</summary>
    private List<Finding> GiveUp(SourceText text)
    {
        _parser?.Dispose();
        _parser = null;
        _checks?.Clear();
        _unparsed = null;
        _isUnsettled = _isUnchecked = false;
        return
        [
            .. _textual,
            new Finding
            {
                Code = FindingCodes.Rejected,
                Span = text.Line(0),
                Message = "this text is too much for its grammar, by its nesting or its brokenness: only its lines were looked at",
                Severity = Severity.Information,
            },
        ];
    }

    private List<Finding> Explain(ParsedText parsed, SourceText text, bool isSettling)
    {
        var tree = parsed.Tree;
        _isUnchecked = isLive && !isSettling && (!TreeRules.AreReady(language) || (!parsed.IsIncremental && text.Length > LargestCheckedAtOnce));
        _checks ??= !_isUnchecked && TreeRules.Of(language) is { } rules ? new TreeChecks(rules) : null;
        if (!tree.HasError || language.IsProse)
        {
            return Combine((_isUnchecked ? null : parsed.Changes is { } changes ? _checks?.Update(tree, changes) : _checks?.Check(tree)) ?? [], text);
        }

        if (ForeignText.Is(parsed.Shown, language))
        {
            return _textual;
        }

        var damage = new DamagedTree(tree.ReadDamage(DamagedTree.NodeLimit), tree.Grammar, language, text, parsed.Part);
        var checks = _isUnchecked ? null
            : parsed.IsIncremental ? _checks?.Recall(text, damage.Start)
            : damage.Nodes.Length < MostDamage ? _checks?.Check(tree, damage.Start)
            : null;
        return Combine([.. checks ?? [], .. WithoutEchoes(TreeExplainer.Explain(damage), checks)], text);
    }

    /// <summary>Where an end tag closes the wrong element, the grammar has one too many later.</summary>
    private static IEnumerable<Finding> WithoutEchoes(List<Finding> explained, List<Finding>? checks) =>
        checks?.Exists(IsTag) == true ? explained.Where(static finding => !IsTag(finding)) : explained;

    private static bool IsTag(Finding finding) => finding.Code == FindingCodes.UnpairedTag;

    /// <summary>What the lines themselves show explains every error of the parser behind it, and so does the layout of blocks.</summary>
    private List<Finding> Combine(List<Finding> parsed, SourceText text)
    {
        var explained = Causes.Explain(text, language, Before(_layout, parsed), looksFar: !IsProvisional);
        var certain = _textual.FindAll(static finding => finding.Severity == Severity.Error);
        var doubtful = _textual.Except(certain).Where(finding => !explained.Exists(known => known.Span.Start == finding.Span.Start));
        List<Finding> all = [.. Before(certain, explained), .. doubtful];
        all.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return all;
    }

    /// <summary>The first findings, and of the others those before them.</summary>
    private static List<Finding> Before(List<Finding> first, List<Finding> others)
    {
        if (first.Count == 0)
        {
            return others;
        }

        var start = first[0].Span.Start;
        return [.. others.Where(finding => finding.Span.End < start && finding.Related.All(place => place.Span.End < start)), .. first];
    }
}
