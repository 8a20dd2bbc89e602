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

    /// <summary>In a larger text only what lies near damage is masked.</summary>
    private const int LargestText = 1 << 19;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly ConcurrentDictionary<LanguageDefinition, Patterns> Known = new(ReferenceEqualityComparer.Instance);

    private readonly bool _hasDirectives;

    /// <summary>Read when the first text is damaged: that takes longer than to parse one.</summary>
    private readonly Lazy<Construct[]> _constructs;

    private Patterns(LanguageDefinition language)
    {
        _hasDirectives = language.Allowances.Any(static allowance => allowance.IsDirective);
        _constructs = new Lazy<Construct[]>(() => [.. language.Allowances.Select(static allowance => new Construct(
            new Regex(allowance.Pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant, Patience), allowance.As ?? string.Empty, allowance.IsDirective))]);
    }

    /// <summary>Those of a language.</summary>
    public static Patterns Of(LanguageDefinition language) => Known.GetOrAdd(language, static language => new Patterns(language));

    /// <summary>Begins to read the patterns of a language that will be asked for.</summary>
    public static void Prepare(LanguageDefinition language)
    {
        if (language.Allowances.Count > 0 && Of(language)._constructs is { IsValueCreated: false } constructs)
        {
            _ = Task.Run(() => constructs.Value);
        }
    }

    public IReadOnlyList<Mask> Find(MaskedText text, IReadOnlyList<TextSpan> damage, CancellationToken cancellation)
    {
        var masks = new List<(Regex Pattern, Mask Mask)>();
        foreach (var stretch in damage)
        {
            cancellation.ThrowIfCancellationRequested();
            FindIn(text, stretch, _constructs.Value, masks);
        }

        Construct[] directives = [.. _constructs.Value.Where(construct => construct.IsDirective && masks.Exists(mask => mask.Pattern == construct.Pattern))];
        if (directives.Length > 0 && text.Text.Length <= LargestText)
        {
            FindIn(text, new TextSpan(0, text.Text.Length), directives, masks);
            bool IsDirective((Regex Pattern, Mask Mask) found) => Array.Exists(directives, construct => construct.Pattern == found.Pattern);
            var words = masks.Where(IsDirective).DistinctBy(static found => found.Mask.Span).Select(found => text.Text.ToString(found.Mask.Span)).ToList();
            if (words.Count(static word => word.StartsWith("#if", StringComparison.Ordinal)) != words.Count(static word => word.StartsWith("#endif", StringComparison.Ordinal)))
            {
                masks.RemoveAll(IsDirective);
            }
        }

        return [.. masks.Select(static found => found.Mask).DistinctBy(static mask => mask.Span)];
    }

    /// <summary>A pattern sees the lines around a construct and nothing else; only directives have partners elsewhere.</summary>
    public bool MayUnsettle(SourceText before, DocumentEdit edit)
    {
        var (change, after) = edit;
        return _hasDirectives
            && (HoldsDirective(before, change.Old) || HoldsDirective(after, new TextSpan(change.Old.Start, change.NewEnd)));
    }

    private static bool HoldsDirective(SourceText text, TextSpan span)
    {
        const int MostUnits = 2000;
        var lines = LinesOf(text, span);
        return lines.Length > MostUnits || text.ToString(lines).Contains('#');
    }

    private static void FindIn(MaskedText text, TextSpan stretch, Construct[] constructs, List<(Regex Pattern, Mask Mask)> masks)
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

            FindIn(text.Text, new TextSpan(start, end), text.Shown.ToString(new TextSpan(start, end)), constructs, masks);
            start = end;
        }
    }

    /// <summary>Each pattern sees what the ones before it have put in place.</summary>
    private static void FindIn(SourceText text, TextSpan lines, string shown, Construct[] constructs, List<(Regex Pattern, Mask Mask)> masks)
    {
        foreach (var (pattern, replacement, _) in constructs)
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
                            masks.Add((pattern, mask));
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
                var (span, content, _) = masks[first].Mask;
                shown = string.Concat(shown.AsSpan(0, span.Start - lines.Start), content, shown.AsSpan(span.End - lines.Start));
            }
        }
    }

    private static TextSpan LinesOf(SourceText text, TextSpan span) => new(text.LineStart(text.LineAt(span.Start)), text.LineEnd(text.LineAt(span.End)));

    private readonly record struct Construct(Regex Pattern, string As, bool IsDirective);
}
