using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>An element whose end has not come yet.</summary>
/// <param name="Element">What it is.</param>
/// <param name="Tag">Its start tag.</param>
/// <param name="NameEnd">Where the name in the tag ends.</param>
/// <param name="HoldsForeign">Whether its content is SVG or MathML.</param>
/// <param name="Controls">What <see cref="HtmlBalance"/> said of templates there.</param>
/// <param name="Insertions">How many pieces of a template had let something in before it.</param>
/// <param name="Indent">How far its line is indented.</param>
/// <param name="Before">Index of the next outer element of the same name.</param>
/// <param name="ScopeBefore">Index of the innermost scope around it.</param>
internal record struct OpenElement(
    HtmlElement Element, TextSpan Tag, int NameEnd, bool HoldsForeign, int Controls, int Insertions, int Indent, int Before, int ScopeBefore)
{
    /// <summary>The first end tag that meant an element outside of this scope; it is stray, or this element lacks its own.</summary>
    public TextSpan Blocked { get; set; }

    /// <summary>Whether no template stood between.</summary>
    public bool IsSurelyBlocked { get; set; }

    /// <summary>The paragraph that ended within this element because the tag of another one began.</summary>
    public TextSpan EndedParagraph { get; set; }

    /// <summary>The tag that ended it.</summary>
    public TextSpan ParagraphEndedBy { get; set; }

    /// <summary>The start tag up to its name.</summary>
    public readonly TextSpan Opener => Tag with { End = NameEnd };
}
