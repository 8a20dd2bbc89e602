using System.Text.RegularExpressions;

namespace UltimateCopilot.Languages.Trees;

/// <summary>A condition on the texts of captures: <c>#eq?</c>, <c>#not-eq?</c>, <c>#any-of?</c>, <c>#not-any-of?</c>, <c>#match?</c>, <c>#not-match?</c>.</summary>
/// <param name="Operator">The name, without <c>not-</c> and <c>?</c>.</param>
/// <param name="IsNegated">Whether the name starts with <c>not-</c>.</param>
/// <param name="Capture">Index of the capture that is compared.</param>
/// <param name="OtherCapture">Index of the capture that it is compared with; -1 where it is compared with texts.</param>
/// <param name="Texts">What it is compared with.</param>
internal sealed record QueryPredicate(string Operator, bool IsNegated, int Capture, int OtherCapture, HashSet<string> Texts)
{
    /// <summary>Of a longer text only the start is looked at where it is not compared with another one: it may be a whole class.</summary>
    public const int LongestText = 1_000;

    /// <summary>Made when a node is there to be looked at: to compile all patterns of a language takes longer than to parse a file.</summary>
    private readonly Lazy<Regex>? _pattern = Operator == "match" ? new Lazy<Regex>(() => new Regex(Texts.First(), RegexOptions.CultureInvariant)) : null;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts = Texts.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text, and where the predicate compares two captures the other one's, fits.</summary>
    public bool Accepts(ReadOnlySpan<char> text, ReadOnlySpan<char> other)
    {
        var fits = _pattern is not null ? _pattern.Value.IsMatch(text) : OtherCapture >= 0 ? text.SequenceEqual(other) : _texts.Contains(text);
        return fits != IsNegated;
    }
}
