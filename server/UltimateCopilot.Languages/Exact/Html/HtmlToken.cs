using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Html;

/// <summary>One piece of an HTML text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Name">Of a tag the element's name.</param>
/// <param name="IsSelfClosing">Whether a start tag ends with a slash.</param>
/// <param name="IsBroken">Whether something in the tag has been reported.</param>
internal readonly record struct HtmlToken(HtmlTokenKind Kind, TextSpan Span, TextSpan Name, bool IsSelfClosing, bool IsBroken)
{
    public HtmlToken(HtmlTokenKind kind, int start, int end)
        : this(kind, new TextSpan(start, end), default, IsSelfClosing: false, IsBroken: false)
    {
    }
}
