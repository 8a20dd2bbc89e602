namespace UltimateCopilot.Languages.Trees;

/// <summary>A condition on the texts of captures: <c>#eq?</c>, <c>#not-eq?</c>, <c>#any-of?</c>, <c>#not-any-of?</c>, <c>#match?</c>, <c>#not-match?</c>.</summary>
/// <param name="Operator">The name, without <c>not-</c> and <c>?</c>.</param>
/// <param name="IsNegated">Whether the name starts with <c>not-</c>.</param>
/// <param name="Capture">Index of the capture that is compared.</param>
/// <param name="OtherCapture">Index of the capture that it is compared with; -1 where it is compared with texts.</param>
/// <param name="Texts">What it is compared with.</param>
internal sealed record QueryPredicate(string Operator, bool IsNegated, int Capture, int OtherCapture, HashSet<string> Texts)
{
    private readonly System.Text.RegularExpressions.Regex? _pattern = Operator == "match"
        ? new System.Text.RegularExpressions.Regex(Texts.First(), System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100))
        : null;

    /// <summary>Whether a text, and where the predicate compares two captures the other one's, fits.</summary>
    public bool Accepts(string text, string? other)
    {
        var fits = _pattern is not null ? _pattern.IsMatch(text) : OtherCapture >= 0 ? text == other : Texts.Contains(text);
        return fits != IsNegated;
    }
}
