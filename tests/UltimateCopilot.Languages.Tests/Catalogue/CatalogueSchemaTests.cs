using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace UltimateCopilot.Languages.Tests.Catalogue;

/// <summary>The catalogue follows its schema. Only what the schema uses is understood; a keyword beyond that fails the test.</summary>
[TestFixture]
public sealed class CatalogueSchemaTests
{
    private static readonly string[] Annotations = ["$schema", "title", "description", "$defs"];
    private static readonly JsonObject Schema = Read("languages.schema.json");

    [Test]
    public void Catalogue_AgainstItsSchema_IsValid() => Assert.That(Mistakes(Read("languages.json"), Schema, "$"), Is.Empty);

    [TestCase("""{}""", "$: lacks 'languages'")]
    [TestCase("""{ "languages": [{ "id": "A", "name": "a", "extensions": [] }] }""", "$.languages[0].id: does not match ^[a-z][a-z0-9]*$")]
    [TestCase("""{ "languages": [{ "id": "a", "name": 1, "extensions": ["a"] }] }""", "$.languages[0].name: is no string", "$.languages[0].extensions[0]: does not match ^\\.")]
    [TestCase("""{ "languages": [{ "id": "a", "name": "a", "extensions": [], "colour": 1, "headers": { "if": 1 } }] }""", "$.languages[0].colour: is not known", "$.languages[0].headers.if: is no string")]
    public void Mistakes_OfABrokenCatalogue_AreSeen(string catalogue, params string[] mistakes) =>
        Assert.That(Mistakes(JsonNode.Parse(catalogue), Schema, "$"), Is.EqualTo(mistakes));

    private static IEnumerable<string> Mistakes(JsonNode? node, JsonObject schema, string path)
    {
        foreach (var (keyword, rule) in schema)
        {
            foreach (var mistake in keyword switch
            {
                "$ref" => Mistakes(node, Definition(rule!.GetValue<string>()), path),
                "type" => IsOfType(node, rule!.GetValue<string>()) ? [] : [$"{path}: is no {rule}"],
                "pattern" => node!.GetValueKind() == JsonValueKind.String && Regex.IsMatch(node.GetValue<string>(), rule!.GetValue<string>()) ? [] : [$"{path}: does not match {rule}"],
                "required" => rule!.AsArray().Where(name => node?[name!.GetValue<string>()] is null).Select(name => $"{path}: lacks '{name}'"),
                "items" => node!.AsArray().SelectMany((item, i) => Mistakes(item, rule!.AsObject(), $"{path}[{i}]")),
                "properties" => node!.AsObject().Where(property => rule![property.Key] is not null)
                    .SelectMany(property => Mistakes(property.Value, rule![property.Key]!.AsObject(), $"{path}.{property.Key}")),
                "additionalProperties" => node!.AsObject().Where(property => schema["properties"]?[property.Key] is null)
                    .SelectMany(property => rule is JsonObject other ? Mistakes(property.Value, other, $"{path}.{property.Key}") : [$"{path}.{property.Key}: is not known"]),
                _ when Annotations.Contains(keyword) => [],
                _ => [$"{path}: this test does not know '{keyword}'"],
            })
            {
                yield return mistake;
            }
        }
    }

    private static JsonObject Definition(string reference) => Schema["$defs"]![reference["#/$defs/".Length..]]!.AsObject();

    private static bool IsOfType(JsonNode? node, string type) => (node?.GetValueKind(), type) switch
    {
        (JsonValueKind.Object, "object") or (JsonValueKind.Array, "array") or (JsonValueKind.String, "string") => true,
        (JsonValueKind.Number, "integer") => node!.AsValue().TryGetValue<int>(out _),
        (JsonValueKind.True or JsonValueKind.False, "boolean") => true,
        _ => false,
    };

    private static JsonObject Read(string name, [CallerFilePath] string here = "") =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "grammars", name)))!.AsObject();
}
