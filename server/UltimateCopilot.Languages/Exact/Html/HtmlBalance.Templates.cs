using System.Runtime.InteropServices;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

// What pieces of templates do to the balance. A text that may be left out changes nothing where it closes all that it opens, and what is put in at a
// place is at most a part of the page: nobody opens a heading in one file and closes it in another.
internal sealed partial class HtmlBalance
{
    /// <summary>So many texts within one another are looked through for one end tag.</summary>
    private const int DeepestBlock = 16;

    /// <summary>Within so many units a piece has its name.</summary>
    private const int LongestHead = 64;

    private readonly Stack<HtmlTemplateBlock> _blocks = [];

    /// <summary>By name how many pieces <c>{% name %}</c> have had no end yet, whether they need one or not.</summary>
    private readonly Dictionary<string, int> _begun = [];

    /// <summary>Elements that HTML does not know and that have been opened.</summary>
    private readonly HashSet<HtmlElement> _strangers = [];

    private int _lastControl;

    /// <summary>How few elements were open at some place since the innermost block began.</summary>
    private int _low = 1;

    /// <summary>Pieces so far that let something in.</summary>
    private int _insertions;

    /// <summary>The piece within which nothing is a template up to its end.</summary>
    private string? _verbatim;

    private bool _hasVerbatim;

    /// <summary>The first piece without its partner, and whether it is the one that ends.</summary>
    private (TextSpan Name, bool IsEnd) _unpairedPiece;

    /// <summary>A number that is the same at two places where no template leaves it open what stands between them.</summary>
    public int Controls { get; private set; }

    private bool HasControls => _lastControl > 0 || _insertions > 0;

    /// <summary>A control piece of a template.</summary>
    public void Control(in HtmlToken token, ReadOnlySpan<char> units)
    {
        var tag = HtmlTemplateTag.Read(units, token.Span);
        var name = units[tag.Name.Start..tag.Name.End];
        if (_verbatim is not null)
        {
            _verbatim = tag.Role == HtmlTemplateRole.End && name.SequenceEqual(_verbatim) ? null : _verbatim;
            return;
        }

        switch (tag.Role)
        {
            case HtmlTemplateRole.Insertion:
                _insertions++;
                if (tag.Family == '%')
                {
                    Count(name, 1);
                    _verbatim = name is "raw" or "verbatim" or "comment" ? name.ToString() : null;
                    _hasVerbatim |= _verbatim is not null;
                }

                break;
            case HtmlTemplateRole.Branch or HtmlTemplateRole.Loop:
                Count(name, 1);
                _blocks.Push(new HtmlTemplateBlock(tag, Controls, _count) { OuterLow = _low });
                _low = _count;
                Controls = ++_lastControl;
                break;
            case HtmlTemplateRole.Otherwise when _blocks.Count > 0:
                _blocks.Push(EndText(_blocks.Pop()));
                _low = _count;
                Controls = ++_lastControl;
                break;
            case HtmlTemplateRole.End:
                EndBlock(tag, units);
                break;
            default:
                Controls = ++_lastControl;
                break;
        }
    }

    private void EndBlock(HtmlTemplateTag tag, ReadOnlySpan<char> units)
    {
        var name = units[tag.Name.Start..tag.Name.End];
        if (name.Length > 0 && !Count(name, -1))
        {
            Unpair(tag, isEnd: true);
            Controls = ++_lastControl;
            return;
        }

        if (tag.Family == '%' && HtmlTemplateTag.RoleOf(name) == HtmlTemplateRole.Insertion)
        {
            _insertions++;
            return;
        }

        while (_blocks.TryPop(out var block))
        {
            block = EndText(block);
            _low = block.OuterLow;
            var isPartner = block.Tag.Family == tag.Family && (name.Length == 0 || units[block.Tag.Name.Start..block.Tag.Name.End].SequenceEqual(name));
            Controls = isPartner && !block.IsUneven ? block.Controls : ++_lastControl;
            if (isPartner)
            {
                return;
            }

            Unpair(block.Tag, isEnd: false);
        }
    }

    /// <summary>A block, or its piece up to an 'else', ends here.</summary>
    private HtmlTemplateBlock EndText(HtmlTemplateBlock block) =>
        block with { IsUneven = block.IsUneven || _count != block.Depth || _low < block.Depth, OuterLow = Math.Min(block.OuterLow, _low) };

    /// <summary>Notes one more or one less of a piece; false where there would be fewer than none.</summary>
    private bool Count(ReadOnlySpan<char> name, int change)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_begun.GetAlternateLookup<ReadOnlySpan<char>>(), name, out _);
        count = Math.Max(count + change, -1);
        if (count < 0)
        {
            count = 0;
            return false;
        }

        return true;
    }

    private void Unpair(HtmlTemplateTag tag, bool isEnd)
    {
        if (tag.Family == '%' && _unpairedPiece.Name.Length == 0)
        {
            _unpairedPiece = (tag.Name, isEnd);
        }
    }

    /// <summary>Says which piece has no partner, unless one stands where no pieces are looked for: in a script, a comment, a tag.</summary>
    private void RequirePartners()
    {
        while (_blocks.TryPop(out var block))
        {
            Unpair(block.Tag, isEnd: false);
        }

        var (span, isEnd) = _unpairedPiece;
        if (span.Length == 0 || _hasVerbatim)
        {
            return;
        }

        var name = _findings.Text.ToString(span);
        var surplus = 0;
        using var flat = new FlatText(_findings.Text);
        ReadOnlySpan<char> units = flat.Units;
        for (var at = 0; units[at..].IndexOf("{%") is >= 0 and var next; at += 2)
        {
            at += next;
            var tag = HtmlTemplateTag.Read(units, new TextSpan(at, Math.Min(at + LongestHead, units.Length)));
            var isNamed = units[tag.Name.Start..tag.Name.End].SequenceEqual(name);
            if (tag is { Role: HtmlTemplateRole.End, Name.Length: 0 })
            {
                return;
            }

            surplus += !isNamed ? 0 : tag.Role == HtmlTemplateRole.End ? -1 : 1;
        }

        if (isEnd ? surplus < 0 : surplus > 0)
        {
            var place = isEnd ? span with { Start = span.Start - "end".Length } : span;
            _findings.Add(
                FindingCodes.UnpairedTag, place, isEnd ? $"'end{name}' closes nothing: no '{name}' is open here" : $"'{name}' is never closed: expected '{{% end{name} %}}'");
        }
    }

    /// <summary>Whether what stands at a place is known although a piece of a template stands between it and an element before.</summary>
    private bool IsSure(in OpenElement open) => open.Controls == Controls && (open.Insertions == _insertions || IsPart(open.Element));

    /// <summary>Whether an end tag that closes nothing does so in each text that the template can make.</summary>
    private bool IsSurelyStray(HtmlElement element)
    {
        if (!element.Is(HtmlTraits.Known) && element.Name.AsSpan().IndexOfAny('-', ':') < 0 && !_strangers.Contains(element))
        {
            return true; // no file opens what HTML does not know
        }

        if (Top.Controls == Controls)
        {
            return Top.Insertions == _insertions || IsPart(element);
        }

        var low = _low;
        foreach (var block in _blocks.Take(DeepestBlock))
        {
            if (block.Tag.Role == HtmlTemplateRole.Loop || block.IsUneven || low < block.Depth)
            {
                return false;
            }

            if (block.Controls == Top.Controls)
            {
                return IsPart(element);
            }

            low = block.OuterLow;
        }

        return false;
    }

    /// <summary>Whether an element is too small a part of a page for a file of its own to open or to close it.</summary>
    private static bool IsPart(HtmlElement element) => element.Is(HtmlTraits.Known) && !element.Is(HtmlTraits.Frame);
}
