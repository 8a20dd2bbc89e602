namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>What the HTML standard says of an element, as far as it matters for which tags may be left out.</summary>
[Flags]
internal enum HtmlTraits
{
    None = 0,

    /// <summary>An element of the standard, now or once.</summary>
    Known = 1,

    /// <summary>Has no content and no end tag.</summary>
    Void = 1 << 1,

    /// <summary>Its content is text up to its own end tag.</summary>
    RawText = 1 << 2,

    /// <summary>Its end tag may be left out.</summary>
    OptionalEnd = 1 << 3,

    /// <summary>Its start tag may be left out.</summary>
    OptionalStart = 1 << 4,

    /// <summary>End tags inside of it do not reach the elements outside.</summary>
    Scope = 1 << 5,

    /// <summary>Tables and what only stands in them; their end tags see nothing but tables and templates as a border.</summary>
    Table = 1 << 6,

    /// <summary>Content of another vocabulary: SVG or MathML.</summary>
    Foreign = 1 << 7,

    /// <summary>Within SVG or MathML an element that holds HTML again.</summary>
    HoldsHtml = 1 << 8,

    /// <summary>Never stands in one of its own kind.</summary>
    Flat = 1 << 9,

    /// <summary>Belongs in the head.</summary>
    Metadata = 1 << 10,

    /// <summary>Text stands in its cells, never directly in it.</summary>
    HoldsNoText = 1 << 11,

    /// <summary>A document has one.</summary>
    Once = 1 << 12,

    /// <summary>A paragraph in it needs its end tag.</summary>
    NeedsParagraphEnd = 1 << 13,

    /// <summary>A large part of a page: files that are put together to one may open it in one of them and close it in another.</summary>
    Frame = 1 << 14,
}
