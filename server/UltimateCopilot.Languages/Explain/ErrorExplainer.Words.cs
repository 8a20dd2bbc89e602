using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Explain;

// What is missing or unexpected, in words.
internal sealed partial class ErrorExplainer
{
    /// <summary>The finding "expected …" where it is clear what is missing; null where several things might be.</summary>
    private Finding? Missing(ExpectedSymbols expected, int before, int place, TextSpan? offender)
    {
        if (expected.Literals is null || (expected.Literals.Count == 0 && expected.Rules.Count == 0))
        {
            return null;
        }

        var startsSomething = offender is { } span && StartsPhrase(tree.Text[span.Start]);
        if (tree.Language.BlockStart is { } start && expected.Allows(start) && HeaderBefore(before) is { } header)
        {
            return Expected($"'{start}'", place, $" after {header}");
        }

        var opener = offender is { } found ? NearestOpener(found.Start) : '\0';
        if (startsSomething && opener is not ('(' or '[') && tree.Language.Terminator is { } terminator && expected.Allows(terminator))
        {
            return Expected($"'{terminator}'", place, string.Empty);
        }

        if (startsSomething && opener == '{' && expected.Allows(":") && expected.Allows(",") && !expected.Allows("||") && IsOnLineOf(before, offender!.Value))
        {
            return Expected("':' or ','", place, $" before {Wording.Quote(tree.Text, offender.Value)}");
        }

        var isStatement = opener is not ('(' or '[') && expected.Allows("||") && (expected.Allows(";") || expected.Allows("_automatic_semicolon"));
        if (startsSomething && !isStatement && expected.Allows(",") && (expected.Allows("]") || expected.Allows(")") || expected.Allows("}")))
        {
            return Expected("','", place, $" before {Wording.Quote(tree.Text, offender!.Value)}");
        }

        if (expected is { Literals: [var only], Rules.Count: 0 })
        {
            return Expected($"'{only}'", place, string.Empty);
        }

        if (expected is { Literals.Count: 0, Rules: [var rule] } && offender is { } other)
        {
            return At(FindingCodes.MissingToken, other, $"expected {Wording.Rule(rule)}, found {Wording.Quote(tree.Text, other)}");
        }

        return null;
    }

    private Finding Unexpected(TextSpan offender, int before)
    {
        var first = tree.Text[offender.Start];
        if (first > '~' && !char.IsLetterOrDigit(first) && !char.IsSurrogate(first))
        {
            return At(FindingCodes.UnexpectedCharacter, new TextSpan(offender.Start, offender.Start + 1), Wording.Character(first));
        }

        var lineStart = tree.Text.LineStart(tree.Text.LineAt(offender.Start));
        if (tree.Language.ForbidsTabs && tree.Text.ToString(new TextSpan(lineStart, offender.Start)) is var blank && blank.Contains('\t') && string.IsNullOrWhiteSpace(blank))
        {
            return At(FindingCodes.Indentation, new TextSpan(lineStart, offender.Start), $"a tab indents this line: {tree.Language.Name} allows only spaces");
        }

        var after = before >= 0 && tree.IsToken(before) && tree.Text.LineAt(tree.SpanOf(before).Start) == tree.Text.LineAt(offender.Start)
            ? $" after {Wording.Quote(tree.Text, tree.SpanOf(before))}"
            : string.Empty;
        var line = tree.Text.Line(tree.Text.LineAt(offender.Start));
        var shown = offender with { End = Math.Min(offender.End, line.End) };
        return At(FindingCodes.UnexpectedToken, shown, $"unexpected {Wording.Quote(tree.Text, shown)}{after}");
    }

    /// <summary>Two elements of a list on lines of their own, and no comma between.</summary>
    private Finding? FindAdjacentValues(int error)
    {
        var nodes = tree.Nodes;
        for (var i = error + 1; i < nodes[error].SubtreeEnd; i++)
        {
            var next = (int)nodes[i].SubtreeEnd < nodes[error].SubtreeEnd ? (int)nodes[i].SubtreeEnd : tree.LeafAfter(error);
            if (tree.Is((int)nodes[i].Parent, NodeFlags.Error) && IsValue(i) && next >= 0 && IsValue(next) && IsInList((int)nodes[i].Parent) && !IsOnLineOf(i, tree.SpanOf(next)))
            {
                return Expected("','", tree.TrimmedEnd(tree.SpanOf(i)), $" before {Wording.Quote(tree.Text, WordAt(tree.SpanOf(next).Start))}");
            }
        }

        return null;
    }

    private bool IsValue(int node) =>
        tree.Is(node, NodeFlags.Named) && !tree.Is(node, NodeFlags.Error) && !tree.Is(node, NodeFlags.Extra) && !tree.Is(node, NodeFlags.Missing)
        && StartsPhrase(tree.Text[Math.Min(tree.SpanOf(node).Start, tree.Text.Length - 1)]);

    /// <summary>The innermost sound rule around a node is one whose parts are divided by commas.</summary>
    private bool IsInList(int node) =>
        tree.NameOf((int)tree.Nodes[node].Parent) is "array" or "list" or "tuple" or "set" or "dictionary" or "pair" or "object" or "arguments" or "argument_list"
            or "initializer_expression" or "collection_expression" or "enum_body";

    /// <summary>A word right before the offender, the offender itself, or a word before another at the start of its line, that is nearly a keyword.</summary>
    private Finding? FindMisspelt(TextSpan offender, int before)
    {
        if (tree.Language.IsData || before < 0)
        {
            return null;
        }

        return (IsOnLineOf(before, offender) ? MisspeltAt(StartOfLastWord(before)) : null) ?? MisspeltAt(offender.Start)
            ?? (IsOnLineOf(before, offender) ? FindMisspeltLineStart(offender.Start) : null);
    }

    /// <summary>
    /// A word before another at the start of a line that is nearly a keyword: a grammar takes it for a name, and stumbles later.
    /// </summary>
    public Finding? FindMisspeltLineStart(int offset)
    {
        var start = SkipBlank(tree.Text.LineStart(tree.Text.LineAt(offset)));
        var end = start + Misspelling.WordAt(tree.Text, start).Length;
        return !tree.Language.IsData && end > start && end + 1 < tree.Text.Length && tree.Text[end] == ' ' && char.IsLetter(tree.Text[end + 1]) ? MisspeltAt(start) : null;
    }

    private Finding? MisspeltAt(int start)
    {
        var word = Misspelling.WordAt(tree.Text, start);
        return Misspelling.KeywordNear(word, tree.Keywords) is { } keyword
            ? At(FindingCodes.UnexpectedToken, new TextSpan(start, start + word.Length), $"unexpected '{word}': was '{keyword}' meant?") with { Expected = keyword }
            : null;
    }

    /// <summary>The bracket that is open at an offset, not looking further than some screens; strings and comments are not told apart.</summary>
    private char NearestOpener(int offset)
    {
        const int Furthest = 5_000;
        var depth = 0;
        for (var at = offset - 1; at >= Math.Max(offset - Furthest, 0); at--)
        {
            var unit = tree.Text[at];
            if (unit is ')' or ']' or '}')
            {
                depth++;
            }
            else if (unit is '(' or '[' or '{' && depth-- == 0)
            {
                return unit;
            }
        }

        return '\0';
    }

    private int StartOfLastWord(int node)
    {
        var at = tree.TrimmedEnd(tree.SpanOf(node));
        while (at > tree.SpanOf(node).Start && (char.IsLetterOrDigit(tree.Text[at - 1]) || tree.Text[at - 1] == '_'))
        {
            at--;
        }

        return at;
    }

    private bool IsOnLineOf(int node, TextSpan span) =>
        node >= 0 && tree.Text.LineAt(tree.TrimmedEnd(tree.SpanOf(node))) == tree.Text.LineAt(span.Start);

    /// <summary>What follows the nearest construct keyword before this node on its line, as people name it.</summary>
    private string? HeaderBefore(int node)
    {
        var line = node < 0 ? -1 : tree.Text.LineAt(tree.SpanOf(node).Start);
        for (var i = node; i >= 0 && tree.Text.LineAt(tree.SpanOf(i).Start) == line; i--)
        {
            if (tree.Is(i, NodeFlags.Leaf) && tree.Language.Headers.TryGetValue(tree.NameOf(i), out var header))
            {
                return header;
            }
        }

        return null;
    }

    private Finding Expected(string what, int place, string context) =>
        At(FindingCodes.MissingToken, LastUnitBefore(place), $"expected {what}{context}") with { Expected = what.Split('\'') is [_, var token, _] ? token : null };

    private static bool StartsPhrase(char unit) => char.IsLetterOrDigit(unit) || unit is '_' or '"' or '\'' or '@' or '$' or '{' or '[' or '`';
}
