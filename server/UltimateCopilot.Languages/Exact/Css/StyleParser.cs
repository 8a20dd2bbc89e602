using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>
/// CSS as in CSS Syntax 3 with nesting, and the SCSS syntax of Sass (https://sass-lang.com/documentation/syntax/). It reads a sheet
/// statement by statement, and knows how statements look; which properties and values there are, it does not.
/// </summary>
internal sealed class StyleParser(bool isSass) : IExactParser
{
    public bool OverrulesGrammar => true;

    public bool ReplacesGrammar => true;

    public bool IsInstant => true;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var flat = new FlatText(text);
        using var reader = new StyleReader(text, flat.Units, isSass, repair: default);
        reader.Run(cancellation);
        if (!reader.Imbalance.IsAny)
        {
            return reader.Findings;
        }

        // Read again, with an eye on the layout: it tells which bracket is the one too few or too many.
        using var second = new StyleReader(text, flat.Units, isSass, reader.Imbalance);
        second.Run(cancellation);
        return second.Findings;
    }
}
