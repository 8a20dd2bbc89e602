using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Outlines;

/// <summary>Finds what a text declares, by the grammar's query <c>symbols.scm</c>: a capture <c>@name</c>, and around it one named as a <see cref="SymbolKind"/>.</summary>
internal static class Outline
{
    /// <summary>A text with more is data; its first symbols serve as well.</summary>
    private const int Most = 5_000;

    private const int LongestName = 120;

    /// <summary>The outermost symbols, each with what it holds.</summary>
    public static IReadOnlyList<Symbol> Of(SyntaxTree tree, SourceText text, TreeQuery query)
    {
        var declarations = new SortedDictionary<(int Start, int Length, int Name), Declaration>();
        var byName = new Dictionary<int, Declaration>();
        foreach (var match in query.Run(tree, new TextSpan(0, text.Length)).Where(static match => match.Captures.Count > 1))
        {
            var name = match.Captures.First(static capture => capture.Name == "name").Span;
            var whole = match.Captures.First(static capture => capture.Name != "name");
            if (byName.TryGetValue(name.Start, out var before))
            {
                if (before.Pattern > match.Pattern)
                {
                    continue; // of patterns that fit the same name the last one says most
                }

                declarations.Remove(before.Key);
            }

            var declaration = new Declaration(match.Pattern, Enum.Parse<SymbolKind>(whole.Name, ignoreCase: true), whole.Span, name);
            byName[name.Start] = declaration;
            declarations[declaration.Key] = declaration;
        }

        return Nest(declarations.Values.Take(Most), text);
    }

    private static List<Symbol> Nest(IEnumerable<Declaration> declarations, SourceText text)
    {
        var roots = new List<Symbol>();
        var open = new Stack<(TextSpan Span, List<Symbol> Children)>();
        foreach (var declaration in declarations)
        {
            while (open.TryPeek(out var around) && (around.Span.End < declaration.Span.End || around.Span == declaration.Span))
            {
                open.Pop();
            }

            var children = new List<Symbol>();
            var siblings = open.TryPeek(out var parent) ? parent.Children : roots;
            siblings.Add(new Symbol(NameOf(declaration.Name, text), declaration.Kind, declaration.Span, declaration.Name, children));
            open.Push((declaration.Span, children));
        }

        return roots;
    }

    private static string NameOf(TextSpan span, SourceText text)
    {
        var end = Math.Min(Math.Min(span.End, text.LineEnd(text.LineAt(span.Start))), span.Start + LongestName);
        var name = text.ToString(span with { End = end }).Trim();
        return name.Length > 2 && name[0] is '"' or '\'' && name[^1] == name[0] ? name[1..^1] : name.Length > 0 ? name : "(no name)";
    }

    private sealed record Declaration(int Pattern, SymbolKind Kind, TextSpan Span, TextSpan Name)
    {
        /// <summary>Document order, outer before inner.</summary>
        public (int Start, int Length, int Name) Key => (Span.Start, -Span.Length, Name.Start);
    }
}
