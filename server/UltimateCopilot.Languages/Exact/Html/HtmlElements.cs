namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>The elements of one text: those of the standard, and those that the text makes up.</summary>
/// <remarks>https://html.spec.whatwg.org/multipage/syntax.html#optional-tags and https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody</remarks>
internal sealed class HtmlElements
{
    private static readonly Dictionary<string, HtmlElement> Standard = Build();
    private static readonly Dictionary<string, HtmlElement>.AlternateLookup<ReadOnlySpan<char>> StandardBySpan = Standard.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly Dictionary<string, HtmlElement> _own = new(StringComparer.OrdinalIgnoreCase);

    public static HtmlElement Paragraph { get; } = Standard["p"];

    public static HtmlElement Table { get; } = Standard["table"];

    public static HtmlElement Template { get; } = Standard["template"];

    public static HtmlElement Button { get; } = Standard["button"];

    public static HtmlElement Body { get; } = Standard["body"];

    public static HtmlElement Head { get; } = Standard["head"];

    public static HtmlElement Html { get; } = Standard["html"];

    /// <summary>The names of the standard's elements.</summary>
    public static IEnumerable<string> StandardNames => Standard.Keys;

    /// <summary>Elements that <see cref="Find"/> has told apart so far.</summary>
    public int Count => Standard.Count + _own.Count;

    /// <summary>The element of a name in any case.</summary>
    public HtmlElement Find(ReadOnlySpan<char> name)
    {
        if (StandardBySpan.TryGetValue(name, out var element) || _own.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out element))
        {
            return element;
        }

        var own = new HtmlElement(name.ToString(), Count, HtmlTraits.None, HtmlGroups.None, HtmlGroups.None);
        _own.Add(own.Name, own);
        return own;
    }

    private static Dictionary<string, HtmlElement> Build()
    {
        var elements = new Dictionary<string, HtmlElement>(StringComparer.OrdinalIgnoreCase);
        const string Frames =
            "html head body frameset div center section article main aside header footer nav menu search hgroup blockquote figure details dialog fieldset form noscript template "
            + "svg ul ol dir dl li dt dd table thead tbody tfoot tr td th";
        var isFrame = Frames.Split(' ').ToHashSet();
        void Add(string names, HtmlTraits traits, HtmlGroups group = HtmlGroups.None, HtmlGroups ends = HtmlGroups.None)
        {
            foreach (var name in names.Split(' '))
            {
                var size = isFrame.Contains(name) ? HtmlTraits.Frame : HtmlTraits.None;
                elements.Add(name, new HtmlElement(name, elements.Count, traits | HtmlTraits.Known | size, group, ends));
            }
        }

        const HtmlGroups InRow = HtmlGroups.Cell | HtmlGroups.Row | HtmlGroups.Caption | HtmlGroups.Columns;
        Add("html", HtmlTraits.OptionalStart | HtmlTraits.OptionalEnd | HtmlTraits.Scope | HtmlTraits.Once | HtmlTraits.Metadata);
        Add("head", HtmlTraits.OptionalStart | HtmlTraits.OptionalEnd | HtmlTraits.Once | HtmlTraits.Metadata, HtmlGroups.Head);
        Add("body", HtmlTraits.OptionalStart | HtmlTraits.OptionalEnd | HtmlTraits.Once | HtmlTraits.Metadata, ends: HtmlGroups.Head);
        Add("frameset", HtmlTraits.Metadata, ends: HtmlGroups.Head);
        Add("base basefont bgsound link meta", HtmlTraits.Void | HtmlTraits.Metadata);
        Add("area br col embed frame image img input keygen param source track wbr", HtmlTraits.Void);
        Add("hr", HtmlTraits.Void, ends: HtmlGroups.Paragraph | HtmlGroups.Option | HtmlGroups.OptionGroup);
        Add("script style title noframes", HtmlTraits.RawText | HtmlTraits.Metadata);
        Add("iframe noembed textarea plaintext", HtmlTraits.RawText);
        Add("xmp", HtmlTraits.RawText, ends: HtmlGroups.Paragraph);
        Add("noscript", HtmlTraits.Metadata | HtmlTraits.NeedsParagraphEnd);
        Add("audio del ins map video", HtmlTraits.NeedsParagraphEnd);
        Add("template", HtmlTraits.Metadata | HtmlTraits.Scope);
        Add("applet marquee object", HtmlTraits.Scope);
        Add("svg math", HtmlTraits.Scope | HtmlTraits.Foreign);
        Add("foreignObject desc annotation-xml mi mo mn ms mtext", HtmlTraits.HoldsHtml);
        Add("a", HtmlTraits.Flat | HtmlTraits.NeedsParagraphEnd);
        Add("button nobr", HtmlTraits.Flat);
        Add("h1 h2 h3 h4 h5 h6", HtmlTraits.Flat, HtmlGroups.Heading, HtmlGroups.Paragraph);
        Add("form", HtmlTraits.Flat, ends: HtmlGroups.Paragraph);
        Add(
            "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer header hgroup listing main menu nav ol pre search section summary ul",
            HtmlTraits.None, ends: HtmlGroups.Paragraph);
        Add("p", HtmlTraits.OptionalEnd, HtmlGroups.Paragraph, HtmlGroups.Paragraph);
        Add("li", HtmlTraits.OptionalEnd, HtmlGroups.ListItem, HtmlGroups.ListItem | HtmlGroups.Paragraph);
        Add("dt dd", HtmlTraits.OptionalEnd, HtmlGroups.Term, HtmlGroups.Term | HtmlGroups.Paragraph);
        Add("option", HtmlTraits.OptionalEnd, HtmlGroups.Option, HtmlGroups.Option);
        Add("optgroup", HtmlTraits.OptionalEnd, HtmlGroups.OptionGroup, HtmlGroups.Option | HtmlGroups.OptionGroup);
        Add("rt rp", HtmlTraits.OptionalEnd, HtmlGroups.RubyText, HtmlGroups.RubyText);
        Add("rb rtc", HtmlTraits.OptionalEnd, HtmlGroups.RubyContainer, HtmlGroups.RubyText | HtmlGroups.RubyContainer);
        Add("table", HtmlTraits.Table | HtmlTraits.Scope | HtmlTraits.HoldsNoText, ends: HtmlGroups.Paragraph);
        Add("caption", HtmlTraits.Table | HtmlTraits.OptionalEnd | HtmlTraits.Scope, HtmlGroups.Caption);
        Add("colgroup", HtmlTraits.Table | HtmlTraits.OptionalEnd | HtmlTraits.OptionalStart | HtmlTraits.HoldsNoText, HtmlGroups.Columns, HtmlGroups.Columns | HtmlGroups.Caption);
        Add("thead tfoot", HtmlTraits.Table | HtmlTraits.OptionalEnd | HtmlTraits.HoldsNoText, HtmlGroups.RowGroup, InRow | HtmlGroups.RowGroup);
        Add("tbody", HtmlTraits.Table | HtmlTraits.OptionalEnd | HtmlTraits.OptionalStart | HtmlTraits.HoldsNoText, HtmlGroups.RowGroup, InRow | HtmlGroups.RowGroup);
        Add("tr", HtmlTraits.Table | HtmlTraits.OptionalEnd | HtmlTraits.HoldsNoText, HtmlGroups.Row, InRow);
        Add("td th", HtmlTraits.Table | HtmlTraits.OptionalEnd | HtmlTraits.Scope, HtmlGroups.Cell, HtmlGroups.Cell);
        Add(
            "abbr acronym b bdi bdo big blink canvas cite code data datalist dfn em font i kbd label legend mark meter output picture progress q ruby s samp select "
            + "selectedcontent slot small span strike strong sub sup time tt u var",
            HtmlTraits.None);
        return elements;
    }
}
