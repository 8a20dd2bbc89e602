using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Allowances;

/// <summary>A stretch of a document in whose place the grammar reads something else of the same length.</summary>
/// <param name="Span">What is replaced.</param>
/// <param name="Shown">What is read instead; its line breaks are those of the document.</param>
/// <param name="Scope">What led to it: whoever edits here takes the mask back.</param>
internal readonly record struct Mask(TextSpan Span, string Shown, TextSpan Scope)
{
    /// <summary>A mask that shows <paramref name="content"/> and fills up with blanks; line breaks stay.</summary>
    public static Mask Of(SourceText text, TextSpan span, string content, TextSpan scope)
    {
        var shown = text.ToString(span).ToCharArray();
        var next = 0;
        for (var i = 0; i < shown.Length; i++)
        {
            if (shown[i] is not ('\r' or '\n'))
            {
                shown[i] = next < content.Length ? content[next++] : ' ';
            }
        }

        return new Mask(span, new string(shown), scope);
    }

    public Mask MovedBy(TextChange change)
    {
        if (Scope.End < change.Old.Start)
        {
            return this;
        }

        return ShiftedBy(change.NewLength - change.Old.Length);
    }

    public Mask ShiftedBy(int units) => this with { Span = Span.ShiftedBy(units), Scope = Scope.ShiftedBy(units) };
}
