using System.Text.Json;
using UltimateCopilot.Tests.Lsp.Fixture;

namespace UltimateCopilot.Tests.Lsp.Conformance;

/// <summary>Holds JSON against a type of the protocol; what the type does not know is a mistake, too.</summary>
internal sealed class InstanceValidator(ProtocolModel model)
{
    /// <summary>What is wrong with a value, place by place.</summary>
    public IReadOnlyList<string> Validate(JsonElement value, JsonElement type, string place)
    {
        var problems = new List<string>();
        Validate(value, type, place, problems);
        return problems;
    }

    private void Validate(JsonElement value, JsonElement type, string place, List<string> problems)
    {
        type = model.Resolve(type);
        var kind = type.Text("kind");
        switch (kind)
        {
            case "any":
                break;
            case "union":
                ValidateUnion(value, type, place, problems);
                break;
            case "literal":
                Expect(type.GetProperty("value").GetRawText() == value.GetRawText(), type.GetProperty("value").GetRawText());
                break;
            case "array" when value.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Validate(item, type.GetProperty("item"), $"{place}[{index++}]", problems);
                }

                break;
            case "object" when value.ValueKind == JsonValueKind.Object:
                ValidateObject(value, type, place, problems);
                break;
            default:
                Expect(kind == NameOf(value.ValueKind), kind!);
                break;
        }

        void Expect(bool isFine, string wanted)
        {
            if (!isFine)
            {
                problems.Add($"{place}: {wanted} expected, not {value.GetRawText()}");
            }
        }
    }

    private void ValidateUnion(JsonElement value, JsonElement type, string place, List<string> problems)
    {
        var each = ProtocolModel.Alternatives(type).Select(one => Validate(value, one, place)).ToList();
        if (each.TrueForAll(static one => one.Count > 0))
        {
            problems.AddRange(each.MinBy(static one => one.Count)!); // the alternative that was probably meant
        }
    }

    private void ValidateObject(JsonElement value, JsonElement type, string place, List<string> problems)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (model.Property(type, property.Name) is { } known)
            {
                Validate(property.Value, known.Type, $"{place}.{property.Name}", problems);
            }
            else if (type.Find("index") is { } index)
            {
                Validate(property.Value, index, $"{place}.{property.Name}", problems);
            }
            else
            {
                problems.Add($"{place}.{property.Name}: the protocol does not have it");
            }
        }

        problems.AddRange(model.Required(type).Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{place}.{name}: missing"));
    }

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "array",
        _ => "object",
    };
}
