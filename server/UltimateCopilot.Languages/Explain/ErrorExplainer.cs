using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Explain;

/// <summary>Says what is wrong at an ERROR node: which token came unexpectedly, and what the parser would have taken instead.</summary>
internal sealed class ErrorExplainer(DamagedTree tree)
{
    private static readonly ExpectedSymbols Nothing = new([], []);
    private static readonly (string Open, string Close)[] SlashComment = [("/*", "*/")];
    private static readonly (string Open, string Close)[] MarkupComment = [("<!--", "-->"), ("<![CDATA[", "]]>")];

    /// <summary>The finding of the ERROR node at index <paramref name="error"/>.</summary>
    public Finding Explain(int error)
    {
        if (FindUnclosedComment(error) is { } comment)
        {
            return comment;
        }

        if (FindUnclosedString(error) is { } text)
        {
            return text;
        }

        if (FindAdjacentValues(error) is { } comma)
        {
            return comma;
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

        return FindMisspelt(offender, before) ?? Missing(expected, before, place, offender) ?? Unexpected(offender, before);
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

            if (tree.Is(i, NodeFlags.Error | NodeFlags.Damaged))
            {
                return FindOffender(i); // the parser stumbled within, and then over what it had made of that
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

        // A parser that gives up leaves the rest of the text without a node.
        var next = tree.LeafAfter(error);
        var start = next < 0 ? SkipBlank(span.End) : tree.SpanOf(next).Start;
        return (start < tree.Text.Length ? WordAt(start) : new TextSpan(start, start), last, tree.ExpectedAfter(last));
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

        var opener = offender is { } found ? NearestOpener(found.Start) : '\0';
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
        if (tree.Language.Id == "yaml" && tree.Text.ToString(new TextSpan(lineStart, offender.Start)) is var blank && blank.Contains('\t') && string.IsNullOrWhiteSpace(blank))
        {
            return At(FindingCodes.Indentation, new TextSpan(lineStart, offender.Start), "a tab indents this line: YAML allows only spaces");
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
            if (tree.Is(i, NodeFlags.Leaf | NodeFlags.Error) && IsOpenString(tree.SpanOf(i)))
            {
                return UnclosedString(i); // text of no token that begins like a string
            }

            if (!tree.Is(i, NodeFlags.Leaf) || !IsQuote(tree.NameOf(i)))
            {
                continue;
            }

            var name = tree.NameOf(i);
            var parent = nodes[i].Parent;
            var closed = false;
            for (var j = i + 1; j < nodes[error].SubtreeEnd && !closed; j++)
            {
                closed = nodes[j].Parent == parent && (tree.NameOf(j) == name || tree.NameOf(j) is "string_end" or "raw_string_end");
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
        var start = tree.SpanOf(quote).Start;
        var line = tree.Text.Line(tree.Text.LineAt(start));
        var mark = tree.Text.ToString(line with { Start = start }).TrimStart("$@rRbBfFuU".ToCharArray());
        var count = mark.Length - mark.TrimStart(mark.Length > 0 ? mark[0] : ' ').Length;
        mark = mark[..(count >= 3 ? count : Math.Min(count, 1))];
        return At(
            FindingCodes.UnclosedString, new TextSpan(start, Math.Max(tree.TrimmedEnd(line), start + mark.Length)),
            $"this string is never closed: expected {(mark.Contains('\'') ? $"\"{mark}\"" : $"'{mark}'")}");
    }

    /// <summary>A comment that the grammar took for something else, for want of its end.</summary>
    private Finding? FindUnclosedComment(int error)
    {
        var text = tree.Text;
        for (var i = error; i < tree.Nodes[error].SubtreeEnd; i++)
        {
            var start = tree.SpanOf(i).Start;
            foreach (var (open, close) in tree.Language.Id == "xml" ? MarkupComment : tree.Language.LineComment == "//" ? SlashComment : [])
            {
                if (start + open.Length <= text.Length && text.ToString(new TextSpan(start, start + open.Length)) == open
                    && !text.ToString(new TextSpan(start + open.Length, text.Length)).Contains(close, StringComparison.Ordinal))
                {
                    return open == "<![CDATA["
                        ? At(FindingCodes.UnexpectedEnd, new TextSpan(start, start + open.Length), $"this CDATA section is never closed: expected '{close}'")
                        : At(FindingCodes.UnclosedComment, new TextSpan(start, start + open.Length), $"this comment is never closed: expected '{close}'");
                }
            }
        }

        return null;
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

    /// <summary>A word right before the offender, or the offender itself, that is nearly a keyword.</summary>
    private Finding? FindMisspelt(TextSpan offender, int before)
    {
        if (tree.Language.LineComment is null || before < 0)
        {
            return null; // no language of statements
        }

        foreach (var start in IsOnLineOf(before, offender) ? new[] { StartOfLastWord(before), offender.Start } : [offender.Start])
        {
            var word = Misspelling.WordAt(tree.Text, start);
            if (Misspelling.KeywordNear(word, tree.Keywords) is { } keyword)
            {
                return At(FindingCodes.UnexpectedToken, new TextSpan(start, start + word.Length), $"unexpected '{word}': was '{keyword}' meant?");
            }
        }

        return null;
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

    /// <summary>Starts with a quote, perhaps behind the signs that some kinds of strings begin with, and has no second one.</summary>
    private bool IsOpenString(TextSpan span)
    {
        var content = tree.Text.ToString(span).TrimStart('$', '@');
        return content.Length > 0 && content[0] is '"' or '\'' or '`' && content.LastIndexOf(content[0]) == 0;
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

    private static bool IsQuote(string name) => name is "string_start" or "\"" or "'" or "`" or "\"\"\"" or "'''" or "@\"" or "$\"" or "raw_string_start";

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
        if (start < tree.Text.Length && tree.Text[start] is '"' or '\'')
        {
            // A string, up to its second quote.
            var line = tree.Text.ToString(new TextSpan(start, tree.Text.LineEnd(tree.Text.LineAt(start))));
            return new TextSpan(start, start + Math.Max(line.IndexOf(line[0], 1) + 1, 1));
        }

        while (end < tree.Text.Length && (char.IsLetterOrDigit(tree.Text[end]) || tree.Text[end] is '_' or '-' && end > start))
        {
            end++;
        }

        return new TextSpan(start, Math.Min(Math.Max(end, start + 1), tree.Text.Length));
    }
}
