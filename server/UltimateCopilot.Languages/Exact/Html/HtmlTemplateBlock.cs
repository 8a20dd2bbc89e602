namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>Text of a template that may be left out or repeated, and whose end has not come yet.</summary>
/// <param name="Tag">What began it.</param>
/// <param name="Controls">What <see cref="HtmlBalance.Controls"/> was before it.</param>
/// <param name="Depth">How many elements were open there.</param>
internal record struct HtmlTemplateBlock(HtmlTemplateTag Tag, int Controls, int Depth)
{
    /// <summary>How few were open at some place since the block around it has begun.</summary>
    public int OuterLow { get; set; }

    /// <summary>Whether one of its texts has opened an element that it does not close, or the other way round.</summary>
    public bool IsUneven { get; set; }
}
