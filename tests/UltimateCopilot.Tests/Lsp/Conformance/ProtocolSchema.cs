using System.Text.Json;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp.Conformance;

/// <summary>A schema of <c>schemas/protocol</c>; knows the keywords that are used there, and refuses others.</summary>
internal sealed class ProtocolSchema(JsonElement schema)
{
    private static readonly string[] Understood =
        ["$schema", "title", "description", "type", "properties", "required", "additionalProperties", "examples", "enum", "items", "minimum"];

    private static string Folder => Path.Combine(Repository.Root, "schemas", "protocol");

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.schema.json").Select(static path => Path.GetFileName(path)[..^".schema.json".Length]);

    public JsonElement Root => schema;

    public IEnumerable<JsonElement> Examples => schema.GetProperty("examples").EnumerateArray();

    public static ProtocolSchema Load(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".schema.json")));
        return new ProtocolSchema(document.RootElement.Clone());
    }

    /// <summary>What is wrong with a value, place by place.</summary>
    public IReadOnlyList<string> Validate(JsonElement value, string place)
    {
        var problems = new List<string>();
        Validate(schema, value, place, problems);
        return problems;
    }

    private static void Validate(JsonElement schema, JsonElement value, string place, List<string> problems)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            Assert.That(Understood, Does.Contain(keyword.Name), "teach the test this keyword");
        }

        if (schema.Text("type") is { } type && !IsOfType(value, type))
        {
            problems.Add($"{place}: {type} expected, not {value.GetRawText()}");
            return;
        }

        if (schema.Find("enum") is { } values && !values.EnumerateArray().Any(one => one.GetRawText() == value.GetRawText()))
        {
            problems.Add($"{place}: {value.GetRawText()} is none of {values.GetRawText()}");
        }

        if (schema.Find("minimum") is { } minimum && value.GetDouble() < minimum.GetDouble())
        {
            problems.Add($"{place}: {value.GetRawText()} is less than {minimum.GetRawText()}");
        }

        if (schema.Find("items") is { } item)
        {
            problems.AddRange(value.EnumerateArray().SelectMany((one, index) => new ProtocolSchema(item).Validate(one, $"{place}[{index}]")));
        }

        if (schema.Find("properties") is { } properties)
        {
            ValidateProperties(schema, properties, value, place, problems);
        }
    }

    private static void ValidateProperties(JsonElement schema, JsonElement properties, JsonElement value, string place, List<string> problems)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (properties.TryGetProperty(property.Name, out var known))
            {
                Validate(known, property.Value, $"{place}.{property.Name}", problems);
            }
            else if (schema.Find("additionalProperties") is { ValueKind: JsonValueKind.False })
            {
                problems.Add($"{place}.{property.Name}: the schema does not have it");
            }
        }

        foreach (var required in schema.GetProperty("required").EnumerateArray())
        {
            if (!value.TryGetProperty(required.GetString()!, out _))
            {
                problems.Add($"{place}.{required.GetString()}: missing");
            }
        }
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        _ => throw new AssertionException($"teach the test the type '{type}'"),
    };
}
