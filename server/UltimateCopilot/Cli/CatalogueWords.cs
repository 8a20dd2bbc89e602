using UltimateCopilot.Languages.Catalogue;

namespace UltimateCopilot.Cli;

/// <summary>Sentences about the catalogue of languages.</summary>
internal static class CatalogueWords
{
    public static string Unknown(LanguageCatalogue catalogue, string name) => $"there is no language '{name}'; use one of {List(catalogue)}.";

    public static string List(LanguageCatalogue catalogue) =>
        string.Join(", ", catalogue.Languages.Select(static language => language.Id).Order(StringComparer.Ordinal));
}
