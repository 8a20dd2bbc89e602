using System.Text.Json;
using System.Text.Json.Serialization;

namespace UltimateCopilot.Languages.Catalogue;

/// <summary>The shape of <c>languages.json</c>.</summary>
internal sealed record CatalogueFile(IReadOnlyList<LanguageDefinition> Languages);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(CatalogueFile))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
