namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>A kind of element.</summary>
/// <param name="name">In lower case, or as first written where the standard has no such element.</param>
/// <param name="index">A number of its own.</param>
/// <param name="traits">What the standard says of it.</param>
/// <param name="group">What a start tag can end it as.</param>
/// <param name="ends">What its start tag ends.</param>
internal sealed class HtmlElement(string name, int index, HtmlTraits traits, HtmlGroups group, HtmlGroups ends)
{
    public string Name => name;

    public int Index => index;

    public HtmlTraits Traits => traits;

    public HtmlGroups Group => group;

    public HtmlGroups Ends => ends;

    public bool Is(HtmlTraits trait) => (traits & trait) != 0;
}
