using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Explain;

/// <summary>Says what is wrong at an ERROR node: which token came unexpectedly, and what the parser would have taken instead.</summary>
internal sealed class ErrorExplainer(DamagedTree tree)
{
    private static readonly ExpectedSymbols Nothing = new([], []);

    /// <summary>The finding of the ERROR node at index <paramref name="error"/>.</summary>
    public Finding Explain(int error)
    {
        if (FindUnclosedString(error) is { } text)
        {
            return text;
        }

        var (offender, before, expected) = FindOffender(error);
        var place = before < 0 ? offender.Start : tree.TrimmedEnd(tree.SpanOf(before));
        if (before >= 0 && tree.NameOf(before) is "</" && FindOpenTag(before) is { } tag)
        {
            return UnpairedTag(before, tag);
        }

        if (offender.Start >= tree.TrimmedEnd(new TextSpan(0, tree.Text.Length)))
        {
            return FindOpenTag((int)tree.Nodes[error].SubtreeEnd) is { } unclosed
                ? UnclosedTag(unclosed)
                : Missing(expected, before, place, null) ?? At(
                FindingCodes.UnexpectedEnd, LastUnitBefore(place), "the file ends in the middle of a construct");
        }

        return Missing(expected, before, place, offender) ?? Unexpected(offender, before);
    }

    /// <summary>Whether the ERROR is nothing but a comma before a closing bracket.</summary>
    public bool IsTrailingComma(int error) =>
        tree.Text.ToString(tree.SpanOf(error)) is "," && tree.LeafAfter(error) is >= 0 and var next && tree.NameOf(next) is "}" or "]" or ")";

    /// <summary>
    /// The text that did not fit, the node before it, and what would have fitted. The native list marks tokens that their parse
    /// state had no use for; where recovery dropped valid tokens instead, the text behind the ERROR node is what did not fit.
    /// </summary>
    private (TextSpan Offender, int Before, ExpectedSymbols Expected) FindOffender(int error)
    {
        var nodes = tree.Nodes;
        var last = -1;
        for (var i = error + 1; i < nodes[error].SubtreeEnd; i++)
        {
            if (tree.Is(i, NodeFlags.Leaf | NodeFlags.Unexpected) && !tree.Is(i, NodeFlags.Extra))
            {
                return (tree.SpanOf(i), tree.LeafBefore(i), tree.ExpectedBefore(i));
            }

            if (nodes[i].SubtreeEnd == i + 1 && nodes[i].End > nodes[i].Start)
            {
                last = i;
            }
        }

        var span = tree.SpanOf(error);
        if (last < 0)
        {
            return (span, tree.LeafBefore(error), Nothing); // text without any token
        }

        var covered = SkipBlank(tree.SpanOf(last).End);
        if (covered < span.End)
        {
            return (WordAt(covered), last, tree.ExpectedAfter(last)); // the ERROR holds text behind its last token
        }

        var next = tree.LeafAfter(error);
        var offender = next < 0 ? new TextSpan(tree.Text.Length, tree.Text.Length) : WordAt(tree.SpanOf(next).Start);
        return (offender, last, tree.ExpectedAfter(last));
    }

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

        if (startsSomething && tree.Language.Terminator is { } terminator && expected.Allows(terminator))
        {
            return Expected($"'{terminator}'", place, string.Empty);
        }

        if (startsSomething && expected.Allows(",") && (expected.Allows("]") || expected.Allows(")") || expected.Allows("}")))
        {
            return Expected("','", place, $" before {Wording.Quote(tree.Text, offender!.Value)}");
        }

        if (expected is { Literals: [var only], Rules.Count: 0 })
        {
            return Expected($"'{only}'", place, string.Empty);
        }

        if (expected is { Literals.Count: 0, Rules: [var rule] } && offender is { } found)
        {
            return At(FindingCodes.MissingToken, found, $"expected {Wording.Rule(rule)}, found {Wording.Quote(tree.Text, found)}");
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

        if (first == '/' && offender.Start + 1 < tree.Text.Length && tree.Text[offender.Start + 1] == '*')
        {
            return At(FindingCodes.UnclosedComment, new TextSpan(offender.Start, offender.Start + 2), "this comment is never closed: expected '*/'");
        }

        var after = before >= 0 && tree.IsToken(before) && tree.Text.LineAt(tree.SpanOf(before).Start) == tree.Text.LineAt(offender.Start)
            ? $" after {Wording.Quote(tree.Text, tree.SpanOf(before))}"
            : string.Empty;
        var line = tree.Text.Line(tree.Text.LineAt(offender.Start));
        var shown = offender with { End = Math.Min(offender.End, line.End) };
        return At(FindingCodes.UnexpectedToken, shown, $"unexpected {Wording.Quote(tree.Text, shown)}{after}");
    }

    /// <summary>A quote among the ERROR's tokens that no second one follows.</summary>
    private Finding? FindUnclosedString(int error)
    {
        var nodes = tree.Nodes;
        for (var i = error + 1; i < nodes[error].SubtreeEnd; i++)
        {
            if (!tree.Is(i, NodeFlags.Leaf) || !IsQuote(tree.NameOf(i)))
            {
                continue;
            }

            var name = tree.NameOf(i);
            var parent = nodes[i].Parent;
            var closed = false;
            for (var j = i + 1; j < nodes[error].SubtreeEnd && !closed; j++)
            {
                closed = nodes[j].Parent == parent && (tree.NameOf(j) == name || tree.NameOf(j) is "string_end");
            }

            if (closed)
            {
                return null;
            }

            return UnclosedString(i);
        }

        return null;
    }

    /// <summary>The finding of a string whose opening quote is node <paramref name="quote"/>.</summary>
    public Finding UnclosedString(int quote)
    {
        var opener = tree.SpanOf(quote);
        var line = tree.Text.Line(tree.Text.LineAt(opener.Start));
        var mark = tree.Text.ToString(opener).TrimStart("$@rRbBfFuU".ToCharArray());
        return At(
            FindingCodes.UnclosedString, new TextSpan(opener.Start, Math.Max(tree.TrimmedEnd(line), opener.End)),
            $"this string is never closed: expected {(mark.Contains('\'') ? $"\"{mark}\"" : $"'{mark}'")}");
    }

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

    /// <summary>The last opening tag before this node that the parser could not pair.</summary>
    private int? FindOpenTag(int node)
    {
        for (var i = node - 1; i >= 0; i--)
        {
            if (tree.NameOf(i) is "STag" or "jsx_opening_element" && tree.Is((int)tree.Nodes[i].Parent, NodeFlags.Error))
            {
                return i;
            }
        }

        return null;
    }

    private Finding UnclosedTag(int open)
    {
        var span = tree.SpanOf(open);
        var name = tree.Text.ToString(WordAt(span.Start + 1));
        return At(FindingCodes.UnpairedTag, span, $"'<{name}>' opened here is never closed: expected '</{name}>'") with
        {
            Related = [new RelatedPlace(span, $"'<{name}>' opened here")],
        };
    }

    private Finding UnpairedTag(int closing, int open)
    {
        var start = tree.SpanOf(closing).Start;
        var name = WordAt(tree.SpanOf(closing).End);
        var openName = WordAt(tree.SpanOf(open).Start + 1);
        var text = tree.Text;
        return At(
            FindingCodes.UnpairedTag, new TextSpan(start, Math.Min(name.End + 1, text.Length)),
            $"'</{text.ToString(name)}>' does not close the open '<{text.ToString(openName)}>'{Wording.OnLine(text, openName.Start, start)}") with
        {
            Related = [new RelatedPlace(tree.SpanOf(open), $"'<{text.ToString(openName)}>' opened here")],
        };
    }

    private Finding Expected(string what, int place, string context) =>
        At(FindingCodes.MissingToken, LastUnitBefore(place), $"expected {what}{context}");

    private TextSpan LastUnitBefore(int place) => new(Math.Max(place - 1, tree.Text.LineStart(tree.Text.LineAt(place))), place);

    private static Finding At(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message };

    private static bool StartsPhrase(char unit) => char.IsLetterOrDigit(unit) || unit is '_' or '"' or '\'' or '@' or '$' or '{' or '[' or '`';

    private static bool IsQuote(string name) => name is "string_start" or "\"" or "'" or "`" or "\"\"\"" or "'''" or "@\"" or "$\"" or "interpolation_start";

    private int SkipBlank(int offset)
    {
        while (offset < tree.Text.Length && char.IsWhiteSpace(tree.Text[offset]))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>The word, or else the single character, at an offset.</summary>
    private TextSpan WordAt(int start)
    {
        var end = start;
        while (end < tree.Text.Length && (char.IsLetterOrDigit(tree.Text[end]) || tree.Text[end] is '_' or '-' && end > start))
        {
            end++;
        }

        return new TextSpan(start, Math.Min(Math.Max(end, start + 1), tree.Text.Length));
    }
}
