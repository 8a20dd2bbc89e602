using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>The languages that code in a document can be checked as.</summary>
/// <param name="catalogue">Knows them by their names.</param>
/// <param name="open">Makes a checker for one text.</param>
internal sealed class EmbeddedLanguages(Func<LanguageCatalogue> catalogue, Func<LanguageDefinition, DocumentChecker> open)
{
    /// <summary>The language of a region; null where it is left alone.</summary>
    public LanguageDefinition? Find(in EmbeddedRegion region) =>
        region.Language.Length > 0 && catalogue().Find(region.Language) is { IsProse: false } language
            && (region.Form != EmbeddedForm.Fence || Excerpt.IsCheckable(language)) ? language : null;

    /// <summary>The language of an identifier that the catalogue has.</summary>
    public LanguageDefinition Find(string id) => catalogue().Find(id)!;

    /// <summary>A checker for a text that will change.</summary>
    public DocumentChecker Open(LanguageDefinition language) => open(language);

    /// <summary>What is found in a text that is seen once.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(LanguageDefinition language, SourceText text, Layer deepest, CancellationToken cancellation)
    {
        using var checker = open(language);
        IReadOnlyList<Finding> found = [];
        await foreach (var report in checker.CheckAsync(text, edits: null, deepest, cancellation))
        {
            found = report.Findings;
        }

        return found;
    }
}
