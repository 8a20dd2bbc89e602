using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>
/// Pairs start and end tags by the standard's rules of what may be left out and which end tag reaches how far. Where control pieces of a
/// template stand between two tags, nothing is said of them: the template may leave out either.
/// </summary>
/// <remarks>https://html.spec.whatwg.org/multipage/parsing.html#has-an-element-in-scope</remarks>
internal sealed partial class HtmlBalance
{
    /// <summary>Most elements whose indentation is compared with that of one end tag.</summary>
    private const int DeepestLook = 64;

    private static readonly HtmlElement[] TableParts = [.. "td th tr caption colgroup thead tbody tfoot".Split(' ').Select(static name => new HtmlElements().Find(name))];
    private static readonly HtmlElement[] Lists = [.. "ul ol menu".Split(' ').Select(static name => new HtmlElements().Find(name))];

    private readonly HtmlFindings _findings;
    private readonly bool _byIndentation;
    private readonly HtmlElements _elements = new();

    /// <summary>The open elements from the outermost on; the first one stands for the document.</summary>
    private OpenElement[] _open = new OpenElement[64];
    private int _count = 1;

    /// <summary>By an element's number the index of the innermost open one; 0 where none is open.</summary>
    private int[] _last;

    /// <summary>Index of the innermost open element that is a scope.</summary>
    private int _scope;

    public HtmlBalance(HtmlFindings findings, bool byIndentation)
    {
        _findings = findings;
        _byIndentation = byIndentation;
        _last = new int[_elements.Count];
        _open[0] = new OpenElement(new HtmlElement(string.Empty, -1, HtmlTraits.None, HtmlGroups.None, HtmlGroups.None), default, 0, false, 0, 0, -1, 0, 0);
    }

    /// <summary>Whether a slash ends every element, as in XML.</summary>
    public bool IsXhtml { get; init; }

    /// <summary>Whether what comes next is SVG or MathML.</summary>
    public bool IsForeign => Top.HoldsForeign;

    private ref OpenElement Top => ref _open[_count - 1];

    /// <summary>Opens the element of a start tag.</summary>
    public HtmlElement Start(in HtmlToken token, ReadOnlySpan<char> name)
    {
        var element = Find(name);
        _isStray = false;
        if (!element.Is(HtmlTraits.Known))
        {
            _strangers.Add(element);
        }

        if (IsForeign)
        {
            if (!token.IsSelfClosing)
            {
                Push(element, token, holdsForeign: !element.Is(HtmlTraits.HoldsHtml) && element.Name != "title");
            }

            return element;
        }

        if (StartsAgain(element, token))
        {
            return element;
        }

        EndImplied(element, token);
        if (element.Is(HtmlTraits.Void))
        {
            _lastVoid = (element.Index, token.Span.End);
        }
        else if (token.IsSelfClosing)
        {
            RequireKnown(element, token);
            _selfClosing[element.Index] = _count;
        }

        if (element.Is(HtmlTraits.Flat) && (Top.Element == element || (element.Group & Top.Element.Group) != 0))
        {
            CloseAbove(_count - 2, token.Span);
        }

        var isClosed = element.Is(HtmlTraits.Void) || (token.IsSelfClosing && (IsXhtml || !element.Is(HtmlTraits.RawText))) || (token.IsBroken && !element.Is(HtmlTraits.Known));
        if (!isClosed)
        {
            Push(element, token, element.Is(HtmlTraits.Foreign));
        }

        return element;
    }

    /// <summary>Closes the element that an end tag means, and with it what should have been closed before.</summary>
    public void End(in HtmlToken token, ReadOnlySpan<char> name)
    {
        var element = Find(name);
        var border = BorderFor(element);
        var partner = _last[element.Index];
        if (partner > 0 && partner >= border)
        {
            partner = _byIndentation ? PartnerByIndentation(element, partner, border, token) : partner;
            if (partner < _count - 1 && IsMisspelt(Top.Element, element))
            {
                PairMisspelt(token);
                return;
            }

            CloseAbove(partner, token.Span);
            CloseTop();
            if (element.Is(HtmlTraits.Once))
            {
                _ended.TryAdd(element, token.Span);
            }
        }
        else if (!CloseUnstarted(element, token))
        {
            if (partner > 0)
            {
                ref var scope = ref _open[border];
                if (scope.Blocked.Length == 0)
                {
                    (scope.Blocked, scope.IsSurelyBlocked) = (token.Span, IsSure(scope));
                }
            }
            else if (IsMisspelt(Top.Element, element) || (element.Group & Top.Element.Group) != 0)
            {
                PairMisspelt(token);
            }
            else
            {
                Stray(token.Span, element, IsSurelyStray(element));
            }
        }
    }

    /// <summary>The text is over.</summary>
    public void EndOfText()
    {
        if (_findings.IsCutOff)
        {
            return;
        }

        CloseAbove(0, new TextSpan(_findings.Text.Length, _findings.Text.Length));
        if (_open[0].Blocked.Length > 0)
        {
            Stray(_open[0].Blocked, null, _open[0].IsSurelyBlocked);
        }

        RequirePartners();
    }

    private HtmlElement Find(ReadOnlySpan<char> name)
    {
        var element = _elements.Find(name);
        if (element.Index >= _last.Length)
        {
            Array.Resize(ref _last, _last.Length * 2);
        }

        return element;
    }

    private void Push(HtmlElement element, in HtmlToken token, bool holdsForeign)
    {
        if (_count == _open.Length)
        {
            Array.Resize(ref _open, _count * 2);
        }

        _open[_count] = new OpenElement(
            element, token.Span, token.Name.End, holdsForeign, Controls, _insertions, _byIndentation ? IndentAt(token.Span.Start) : 0, _last[element.Index], _scope);
        _last[element.Index] = _count;
        _scope = element.Is(HtmlTraits.Scope) ? _count : _scope;
        _count++;
    }

    private void Pop()
    {
        ref var top = ref Top;
        _last[top.Element.Index] = top.Before;
        _scope = top.ScopeBefore;
        _count--;
        _low = Math.Min(_low, _count);
    }

    /// <summary>Index of the open element that an end tag does not reach beyond.</summary>
    private int BorderFor(HtmlElement element)
    {
        if (element.Is(HtmlTraits.Once) || element == HtmlElements.Template)
        {
            return 0;
        }

        if (element == HtmlElements.Table)
        {
            return _last[HtmlElements.Template.Index];
        }

        if (element.Is(HtmlTraits.Table))
        {
            return Math.Max(_last[HtmlElements.Table.Index], _last[HtmlElements.Template.Index]);
        }

        var border = _scope;
        if (element == HtmlElements.Paragraph)
        {
            border = Math.Max(border, _last[HtmlElements.Button.Index]);
        }
        else if (element.Group == HtmlGroups.ListItem)
        {
            foreach (var list in Lists)
            {
                border = Math.Max(border, _last[list.Index]);
            }
        }

        return border;
    }

    /// <summary>What a start tag ends although nobody wrote so.</summary>
    private void EndImplied(HtmlElement element, in HtmlToken token)
    {
        var target = 0;
        if (element.Is(HtmlTraits.Table) && element != HtmlElements.Table)
        {
            var border = BorderFor(element);
            foreach (var part in TableParts)
            {
                if ((element.Ends & part.Group) != 0 && _last[part.Index] is var open && open > border && (target == 0 || open < target))
                {
                    target = open;
                }
            }
        }
        else if (element.Ends != HtmlGroups.None)
        {
            for (var i = _count - 1; i > 0 && _open[i].Element.Is(HtmlTraits.OptionalEnd); i--)
            {
                target = (element.Ends & _open[i].Element.Group) != 0 ? i : target;
                if (_open[i].Element.Is(HtmlTraits.Scope))
                {
                    break;
                }
            }
        }

        if (target > 0)
        {
            var ended = _open[target];
            CloseAbove(target, token.Span);
            CloseTop();
            if (ended.Element == HtmlElements.Paragraph)
            {
                (Top.EndedParagraph, Top.ParagraphEndedBy) = (ended.Opener, token.Span with { End = token.Name.End });
            }
        }
    }

    /// <summary>The open element of the end tag's name whose line is indented like the end tag's own, where the nearest one is indented deeper.</summary>
    private int PartnerByIndentation(HtmlElement element, int nearest, int border, in HtmlToken token)
    {
        var text = _findings.Text;
        var line = text.LineAt(token.Span.Start);
        var indent = IndentAt(token.Span.Start);
        if (text.LineStart(line) + indent != token.Span.Start)
        {
            return nearest; // not the first thing on its line
        }

        for (var i = _count - 1; i > Math.Max(border, _count - DeepestLook); i--)
        {
            if (_open[i].Indent <= indent)
            {
                return _open[i].Indent == indent && _open[i].Element == element ? i : nearest;
            }
        }

        return nearest;
    }

    private int IndentAt(int offset)
    {
        const int Deepest = 400;
        var text = _findings.Text;
        var start = text.LineStart(text.LineAt(offset));
        var at = start;
        while (at < text.Length && at - start < Deepest && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at - start;
    }
}
