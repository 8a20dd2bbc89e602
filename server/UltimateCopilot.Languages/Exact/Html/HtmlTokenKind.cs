namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>What a piece of an HTML text is.</summary>
internal enum HtmlTokenKind
{
    /// <summary>Text that is more than blanks.</summary>
    Text,

    StartTag,

    EndTag,

    /// <summary>The start of an element whose name a template makes; nothing can be said of its partner.</summary>
    UnknownTag,

    Doctype,

    /// <summary>A CDATA section.</summary>
    Cdata,

    /// <summary>A comment, a processing instruction.</summary>
    Other,

    /// <summary>A piece of a template that stands for text.</summary>
    TemplateOutput,

    /// <summary>A piece of a template that may leave out or repeat what follows it.</summary>
    TemplateControl,
}
