using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>
/// What the preprocessor makes of a text, as far as it can be told without it: conditional directives that cut a statement in two, and macros.
/// </summary>
internal sealed class CAllowances(Grammar grammar, bool isCpp) : IAllowances, IDisposable
{
    private const int MostSuspects = 60;

    /// <summary>What is larger was made by a program.</summary>
    private const int LargestText = 1 << 21;

    private readonly TreeParser _parser = new(grammar);

    public IReadOnlyList<Mask> Find(MaskedText text, IReadOnlyList<TextSpan> damage, CancellationToken cancellation)
    {
        if (text.Text.Length > LargestText)
        {
            return [];
        }

        using var flat = new FlatText(text.Text);
        var source = new CSource(flat.Units);
        var words = new CWords(source);
        var (statements, cuts) = CStatements.Find(source, words, isCpp);
        var masks = new List<Mask>();
        FindDirectives(text, source, cuts, damage, masks);

        // The directives have been read: from here on no statement has any.
        var plain = new char[text.Shown.Length];
        text.Shown.CopyTo(0, plain);
        foreach (var span in cuts.SelectMany(static cut => cut.Hidden).Concat(source.Tokens.Where(static token => token.Kind == CTokenKind.Directive).Select(static token => token.Span)))
        {
            MacroSearch.Overwrite(plain.AsSpan(span.Start, span.Length), string.Empty);
        }

        var search = new MacroSearch(_parser, source, plain, words, isCpp);
        var rest = new List<CStatement>();
        foreach (var statement in Damaged(source, statements, damage))
        {
            cancellation.ThrowIfCancellationRequested();
            var edits = search.Explain(statement);
            masks.AddRange(edits.Select(edit => Mask.Of(text.Text, edit.Span, edit.Content, ExtentOf(source, statement))));
            if (edits.Count == 0 && rest.Count < MostSuspects)
            {
                rest.Add(statement);
            }
        }

        masks.AddRange(FindRepeated(text, source, search, rest));
        return [.. masks.DistinctBy(static mask => mask.Span).Where(mask => text.Shown.ToString(mask.Span) != mask.Shown)];
    }

    /// <summary>
    /// What a macro is taken for depends on the rest of the text: on brackets, directives, and other uses of the word. An edit within a plain
    /// word or number, or between blanks, touches none of that.
    /// </summary>
    public bool MayUnsettle(SourceText before, DocumentEdit edit)
    {
        var (change, after) = edit;
        return IsStructural(before, change.Old) || IsStructural(after, new TextSpan(change.Old.Start, change.NewEnd));
    }

    public void Dispose() => _parser.Dispose();

    private static bool IsStructural(SourceText text, TextSpan span)
    {
        const int Longest = 64;
        var (start, end) = (span.Start, span.End);
        while (start > 0 && IsWord(text[start - 1]) && span.Start - start < Longest)
        {
            start--;
        }

        while (end < text.Length && IsWord(text[end]) && end - span.End < Longest)
        {
            end++;
        }

        if (span.Length > Longest)
        {
            return true;
        }

        var touched = text.ToString(new TextSpan(start, end));
        return !touched.All(static unit => IsWord(unit) || unit is ' ') || touched.Split(' ').Any(static word => word.Length > 0 && (CWords.IsCapital(word) || word[0] == '_' || CWords.IsKeyword(word)));
    }

    private static bool IsWord(char unit) => char.IsAsciiLetterOrDigit(unit) || unit == '_';

    private static TextSpan ExtentOf(CSource source, CStatement statement) => new(source.Tokens[statement.Start].Start, source.Tokens[statement.End - 1].End);

    /// <summary>
    /// The statements that damage touches, those around them, and what stands before them without a semicolon: a grammar can take a macro for a
    /// part of what follows, and stumble only there.
    /// </summary>
    private static IEnumerable<CStatement> Damaged(CSource source, IReadOnlyList<CStatement> statements, IReadOnlyList<TextSpan> damage)
    {
        var found = new SortedSet<int>();
        for (var i = 0; i < statements.Count; i++)
        {
            if (!Touches(damage, ExtentOf(source, statements[i])))
            {
                continue;
            }

            for (var before = i - 1; before >= 0 && statements[before].Opens is null && source.SignOf(statements[before].End - 1) != ';'; before--)
            {
                found.Add(before);
            }

            for (var around = i; around >= 0 && found.Add(around);)
            {
                around = statements[around].Parent;
            }
        }

        return found.Select(i => statements[i]);
    }

    /// <summary>A word that looks like any other is a macro where several statements parse without it.</summary>
    private static IEnumerable<Mask> FindRepeated(MaskedText text, CSource source, MacroSearch search, List<CStatement> statements)
    {
        var options = statements.SelectMany(statement => search.Suspect(statement).Select(option => (Statement: statement, Option: option))).ToList();
        var known = text.Masks.Where(static mask => string.IsNullOrWhiteSpace(mask.Shown)).Select(mask => text.Text.ToString(mask.Span)).ToHashSet();
        var done = new HashSet<int>();
        foreach (var group in options.GroupBy(static found => found.Option.Word, StringComparer.Ordinal).OrderByDescending(static group => group.Count()))
        {
            if (group.Count() == 1 && !known.Contains(group.Key) && !search.IsSpecifier(group.First().Option))
            {
                continue;
            }

            foreach (var (statement, option) in group.Where(found => done.Add(found.Statement.Start)))
            {
                foreach (var edit in option.Edits)
                {
                    yield return Mask.Of(text.Text, edit.Span, edit.Content, ExtentOf(source, statement));
                }
            }
        }
    }

    /// <summary>Conditional directives that the grammar cannot take as they stand, and others that it stumbles over.</summary>
    private void FindDirectives(MaskedText text, CSource source, IReadOnlyList<CutGroup> cuts, IReadOnlyList<TextSpan> damage, List<Mask> masks)
    {
        var touched = cuts.Where(cut => Touches(damage, cut.Extent)).ToList();
        var keys = touched.Select(static cut => cut.Key).OfType<string>().ToHashSet();
        foreach (var cut in touched.Concat(cuts.Where(cut => cut.Key is not null && keys.Contains(cut.Key))))
        {
            masks.AddRange(cut.Hidden.Select(span => Mask.Of(text.Text, span, string.Empty, cut.Extent)));
        }

        for (var i = 0; i < source.Tokens.Count; i++)
        {
            if (source.IsDirective(i) && Touches(damage, source.Tokens[i].Span) && source.DirectiveOf(i) is "define" or "undef" or "pragma" or "error" or "warning" or "line" or "ident" or "include" or "include_next" or "import" or "" && !IsMasked(text, source.Tokens[i].Span))
            {
                masks.Add(Mask.Of(text.Text, source.Tokens[i].Span, string.Empty, source.Tokens[i].Span));
            }
            else if (source.IsDirective(i) && Touches(damage, source.Tokens[i].Span) && source.DirectiveOf(i) is "if" or "elif" && IsOdd(source.TextOf(i)))
            {
                masks.Add(Mask.Of(text.Text, source.Tokens[i].Span, source.DirectiveOf(i) is "if" ? "#if 1" : "#elif 1", source.Tokens[i].Span));
            }
        }
    }

    private static bool IsMasked(MaskedText text, TextSpan span) => text.Shown.ToString(span) != text.Text.ToString(span);

    /// <summary>Whether the grammar does not know the condition of a directive.</summary>
    private bool IsOdd(ReadOnlySpan<char> directive)
    {
        if (!directive.ContainsAny("<:.\"") || directive.Count('(') != directive.Count(')'))
        {
            return false;
        }

        using var tree = _parser.Parse(SourceText.From(directive.Contains("elif", StringComparison.Ordinal) ? $"#if 1\n{directive}\n#endif\n" : $"{directive}\n#endif\n"), old: null, CancellationToken.None);
        return tree.HasError;
    }

    /// <summary>The stretches are in order and apart from one another.</summary>
    private static bool Touches(IReadOnlyList<TextSpan> damage, TextSpan span)
    {
        var (low, high) = (0, damage.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = damage[middle].End < span.Start ? (middle + 1, high) : (low, middle);
        }

        return low < damage.Count && damage[low].Start <= span.End;
    }
}
