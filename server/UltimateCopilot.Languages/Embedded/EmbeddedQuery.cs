using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Trees;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>Finds the pieces of other languages in a tree by <c>grammars/queries/&lt;grammar&gt;/embedded.scm</c>.</summary>
internal sealed class EmbeddedQuery
{
    private readonly TreeQuery _query;

    private EmbeddedQuery(TreeQuery query) => _query = query;

    /// <summary>The query of a language; null where nothing is embedded in it.</summary>
    public static EmbeddedQuery? Of(LanguageDefinition language) =>
        language.Grammar is { } grammar && Queries.Find(grammar.Symbol, "embedded") is { } query ? new EmbeddedQuery(query) : null;

    /// <summary>The pieces that touch a range.</summary>
    public IEnumerable<EmbeddedRegion> Find(SyntaxTree tree, TextSpan range)
    {
        foreach (var match in _query.Run(tree, range))
        {
            TextSpan extent = default, content = default;
            var language = match.Properties.GetValueOrDefault("language", string.Empty);
            foreach (var capture in match.Captures)
            {
                switch (capture.Name)
                {
                    case "region":
                        extent = capture.Span;
                        break;
                    case "content":
                        content = capture.Span;
                        break;
                    case "tag":
                        language = TagLanguage.Of(tree.Text.ToString(capture.Span), language);
                        break;
                    case "info":
                        language = FenceInfo.LanguageOf(tree.Text.ToString(capture.Span));
                        break;
                    default:
                        throw new FormatException($"A query for embedded languages captures '@{capture.Name}', which is not known here.");
                }
            }

            yield return new EmbeddedRegion(extent, content, FormOf(match), language);
        }
    }

    private static EmbeddedForm FormOf(QueryMatch match) => match.Properties["form"] switch
    {
        "element" => EmbeddedForm.Element,
        "fence" => EmbeddedForm.Fence,
        "frontMatter" => EmbeddedForm.FrontMatter,
        var form => throw new FormatException($"A query for embedded languages sets the form '{form}', which is not known here."),
    };
}
