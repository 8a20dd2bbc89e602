using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Allowances;

/// <summary>The constructs that a pattern of the catalogue describes.</summary>
internal sealed class Patterns : IAllowances
{
    /// <summary>Code lines are shorter; what is longer was made by a program, and a pattern might take long over it.</summary>
    private const int LongestStretch = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);
    private static readonly ConcurrentDictionary<LanguageDefinition, Patterns> Known = new(ReferenceEqualityComparer.Instance);

    private readonly (Regex Pattern, string As)[] _allowances;

    private Patterns(LanguageDefinition language) =>
        _allowances = [.. language.Allowances.Select(static allowance => (new Regex(allowance.Pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant, Patience), allowance.As ?? string.Empty))];

    /// <summary>Those of a language, compiled once.</summary>
    public static Patterns Of(LanguageDefinition language) => Known.GetOrAdd(language, static language => new Patterns(language));

    public IReadOnlyList<Mask> Find(MaskedText text, IReadOnlyList<TextSpan> damage, CancellationToken cancellation)
    {
        var masks = new List<Mask>();
        foreach (var stretch in damage)
        {
            cancellation.ThrowIfCancellationRequested();
            FindIn(text, stretch, masks);
        }

        return masks;
    }

    /// <summary>A pattern sees the lines around a construct and nothing else.</summary>
    public bool MayUnsettle(SourceText before, DocumentEdit edit) => false;

    private void FindIn(MaskedText text, TextSpan stretch, List<Mask> masks)
    {
        for (var start = stretch.Start; start < stretch.End;)
        {
            // Cut where a line ends, so that a pattern sees whole lines.
            var end = stretch.End - start <= LongestStretch ? stretch.End : text.Text.LineStart(text.Text.LineAt(start + LongestStretch));
            if (end <= start)
            {
                start = text.Text.LineEnd(text.Text.LineAt(start)) + 1;
                continue;
            }

            FindIn(text.Text, new TextSpan(start, end), text.Shown.ToString(new TextSpan(start, end)), masks);
            start = end;
        }
    }

    /// <summary>Each pattern sees what the ones before it have put in place.</summary>
    private void FindIn(SourceText text, TextSpan lines, string shown, List<Mask> masks)
    {
        foreach (var (pattern, replacement) in _allowances)
        {
            var first = masks.Count;
            try
            {
                foreach (Match match in pattern.Matches(shown))
                {
                    var scope = LinesOf(text, new TextSpan(lines.Start + match.Index, lines.Start + match.Index + match.Length));
                    foreach (Capture part in match.Groups.Count > 1 ? match.Groups[1].Captures : match.Captures)
                    {
                        var mask = Mask.Of(text, new TextSpan(lines.Start + part.Index, lines.Start + part.Index + part.Length), replacement, scope);
                        if (mask.Shown != part.Value)
                        {
                            masks.Add(mask);
                        }
                    }
                }
            }
            catch (RegexMatchTimeoutException)
            {
                // Not worth more time: without the mask the text is said to be damaged.
            }

            for (; first < masks.Count; first++)
            {
                var (span, content, _) = masks[first];
                shown = string.Concat(shown.AsSpan(0, span.Start - lines.Start), content, shown.AsSpan(span.End - lines.Start));
            }
        }
    }

    private static TextSpan LinesOf(SourceText text, TextSpan span) => new(text.LineStart(text.LineAt(span.Start)), text.LineEnd(text.LineAt(span.End)));
}
