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
internal sealed class FastLayer(LanguageDefinition language) : IDisposable
{
    /// <summary>A text in ruins has worse mistakes than what the grammar lets through; and a query takes the square of a node's many children.</summary>
    private const int MostDamage = 10_000;

    private readonly TreeChecks? _checks = TreeRules.Of(language) is { } rules ? new TreeChecks(rules) : null;
    private TolerantParser? _parser;

    /// <summary>The one of two parsers that is not kept.</summary>
    private TolerantParser? _spare;

    /// <summary>Whether only a part of the last text was parsed.</summary>
    private bool _isPart;

    /// <summary>Whether the last tree is sound only if masks still hold that stand in it.</summary>
    private bool _isStale;

    /// <summary>What the lines of the last text show.</summary>
    private List<Finding> _textual = [];

    /// <summary>What the indentation of the last text shows, where that makes the blocks.</summary>
    private List<Finding> _layout = [];

    /// <summary>The tree of the last text, for those who want to know how it is built up.</summary>
    public LatestTree Latest { get; } = new();

    /// <summary>
    /// Whether <see cref="Settle"/> may say it differently: the last findings come from a part of the text alone, or from a broken text that was
    /// parsed incrementally, where the parser's recovery depends on what it could reuse.
    /// </summary>
    public bool IsProvisional { get; private set; }

    /// <summary>
    /// The findings of <paramref name="text"/>. <paramref name="edits"/> lead to it from the text of the call before, also where that
    /// one was cancelled; null means a text of its own.
    /// </summary>
    public List<Finding> Check(SourceText text, IReadOnlyList<DocumentEdit>? edits, CancellationToken cancellation)
    {
        _textual = TextualCheck.Check(text, language);
        _layout = language.HasOffsideRule && _textual.TrueForAll(static finding => finding.Severity != Severity.Error) ? PythonLayout.Check(text, language.Headers) : [];
        if (language.Grammar is not { } reference)
        {
            return _textual;
        }

        if (language.WidestIndent is { } widest && Nesting.IsIndentedBeyond(text, widest))
        {
            return GiveUp(text);
        }

        if (edits is null)
        {
            _checks?.Clear();
        }
        else
        {
            foreach (var edit in edits)
            {
                _checks?.Move(edit.Change);
            }
        }

        try
        {
            var isKnown = _parser is not null;
            _parser ??= new TolerantParser(language, Grammar.Load(reference.Symbol));
            return Take(_parser.Parse(text, isKnown ? edits : null, cancellation), text);
        }
        catch (ParserOutOfTimeException)
        {
            return GiveUp(text);
        }
    }

    /// <summary>The findings of the whole of the same text, and where it is broken parsed from scratch, so that they depend on the text alone.</summary>
    public List<Finding> Settle(SourceText text, CancellationToken cancellation)
    {
        try
        {
            if (_isPart)
            {
                var found = Take(_parser!.ParseWhole(cancellation), text);
                if (!IsProvisional)
                {
                    return found;
                }
            }

            return Take(ParseAnew(text, cancellation), text);
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

    /// <summary>Where masks may have been wrong, what is learnt anew is better; else the sound tree before the damage is.</summary>
    private ParsedText ParseAnew(SourceText text, CancellationToken cancellation)
    {
        _spare = new TolerantParser(language, Grammar.Load(language.Grammar!.Symbol));
        var parsed = _spare.Parse(text, edits: null, cancellation);
        if (_isStale)
        {
            (_parser, _spare) = (_spare, _parser);
        }

        return parsed;
    }

    private List<Finding> Take(ParsedText parsed, SourceText text)
    {
        _isPart = parsed.IsPart;
        _isStale = parsed is { IsStale: true, Tree.HasError: false };
        IsProvisional = parsed.IsPart || _isStale || (parsed.IsIncremental && parsed.Tree.HasError);
        if (!parsed.IsPart)
        {
            Latest.Keep(parsed.Tree, text);
        }

        return Explain(parsed, text);
    }

    /// <summary>Some texts would keep a grammar busy for minutes, or are nested deeper than its scanner can count. The next text is parsed from scratch.</summary>
    private List<Finding> GiveUp(SourceText text)
    {
        _parser?.Dispose();
        _parser = null;
        _checks?.Clear();
        IsProvisional = false;
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

    private List<Finding> Explain(ParsedText parsed, SourceText text)
    {
        var tree = parsed.Tree;
        if (!tree.HasError || language.IsProse)
        {
            return Combine((parsed.Changes is { } changes ? _checks?.Update(tree, changes) : _checks?.Check(tree)) ?? [], text);
        }

        if (ForeignText.Is(parsed.Shown, language))
        {
            return _textual;
        }

        var damage = new DamagedTree(tree.ReadDamage(DamagedTree.NodeLimit), tree.Grammar, language, text);
        var checks = parsed.IsIncremental ? _checks?.Recall(text, damage.Start)
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
