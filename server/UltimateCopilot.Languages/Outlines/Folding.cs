using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Outlines;

/// <summary>Finds what can be folded, by the grammar's query <c>folds.scm</c>, whose captures are named as a <see cref="FoldKind"/>; one with <c>.whole</c> behind it has no closing line.</summary>
internal static class Folding
{
    private static readonly string[] Closers = [")", "]", "}", "</", "```", "~~~", "\"\"\"", "'''", "*/", "-->", "end", "fi", "done", "esac", "until"];

    /// <summary>In document order, at most one for each first line: the longest.</summary>
    public static IReadOnlyList<Fold> Of(SyntaxTree tree, SourceText text, TreeQuery query)
    {
        var longest = new SortedDictionary<int, Fold>();
        Fold? row = null; // comments or imports line below line
        foreach (var capture in query.Run(tree, new TextSpan(0, text.Length)).SelectMany(static match => match.Captures))
        {
            var fold = FoldOf(capture, text);
            if (fold.Kind != FoldKind.Region)
            {
                row = row is { } above && above.Kind == fold.Kind && fold.FirstLine <= NextLineWithText(above.LastLine, text)
                    ? above with { LastLine = Math.Max(fold.LastLine, above.LastLine) }
                    : fold;
                fold = row.Value;
            }

            if (fold.LastLine > fold.FirstLine && (!longest.TryGetValue(fold.FirstLine, out var known) || known.LastLine < fold.LastLine))
            {
                longest[fold.FirstLine] = fold;
            }
        }

        return [.. longest.Values];
    }

    private static Fold FoldOf(QueryCapture capture, SourceText text)
    {
        var end = capture.Span.End;
        while (end > capture.Span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        var dot = capture.Name.IndexOf('.');
        var kind = Enum.Parse<FoldKind>(dot < 0 ? capture.Name : capture.Name[..dot], ignoreCase: true);
        var hasCloser = kind == FoldKind.Region && dot < 0;
        var (first, last) = (text.LineAt(capture.Span.Start), text.LineAt(end));
        return new Fold(first, hasCloser && last > first && OnlyCloses(last, end, text) ? last - 1 : last, kind);
    }

    /// <summary>A line that starts with the end of the block stays in sight.</summary>
    private static bool OnlyCloses(int line, int end, SourceText text)
    {
        var content = text.ToString(new TextSpan(text.LineStart(line), end)).TrimStart();
        return Array.Exists(Closers, closer =>
            content.StartsWith(closer, StringComparison.Ordinal)
            && (content.Length == closer.Length || !char.IsLetter(closer[^1]) || !char.IsLetterOrDigit(content[closer.Length])));
    }

    private static int NextLineWithText(int line, SourceText text)
    {
        do
        {
            line++;
        }
        while (line < text.LineCount && text.Line(line).Length == 0);
        return line;
    }
}
