using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using UltimateCopilot.Settings;

namespace UltimateCopilot.Tests.Settings;

/// <summary>One setting as <see cref="UserSettings"/> declares it.</summary>
internal sealed record DeclaredSetting(string Group, string Key, SettingAttribute About, Type Type, JsonNode Default);

/// <summary>Reads the settings off their single source, the type.</summary>
internal static class SettingsCatalogue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<DeclaredSetting> All { get; } = [.. Read()];

    /// <summary>The part of a JSON Schema that says which values the setting takes.</summary>
    public static JsonObject ValuesOf(DeclaredSetting setting)
    {
        var schema = new JsonObject { ["type"] = TypeOf(setting.Type), ["default"] = setting.Default.DeepClone() };
        var values = new JsonArray([.. setting.About.Values.Select(static value => (JsonNode)value)]);
        if (setting.Type == typeof(IReadOnlyDictionary<string, string>))
        {
            schema["additionalProperties"] = values.Count > 0 ? new JsonObject { ["type"] = "string", ["enum"] = values } : new JsonObject { ["type"] = "string" };
        }
        else if (setting.Type == typeof(IReadOnlyList<string>))
        {
            schema["items"] = new JsonObject { ["type"] = "string" };
        }
        else if (values.Count > 0)
        {
            schema["enum"] = values;
        }

        if (setting.Type == typeof(int))
        {
            schema["minimum"] = setting.About.Minimum;
            if (setting.About.Maximum > 0)
            {
                schema["maximum"] = setting.About.Maximum;
            }
        }

        return schema;
    }

    private static IEnumerable<DeclaredSetting> Read()
    {
        var defaults = new UserSettings();
        foreach (var group in typeof(UserSettings).GetProperties())
        {
            foreach (var property in group.PropertyType.GetProperties())
            {
                if (property.GetCustomAttribute<SettingAttribute>() is { } about)
                {
                    var value = JsonSerializer.SerializeToNode(property.GetValue(group.GetValue(defaults)), property.PropertyType, Json)!;
                    yield return new DeclaredSetting(Camel(group.Name), $"{SettingsReader.Section}.{Camel(group.Name)}.{Camel(property.Name)}", about, property.PropertyType, value);
                }
            }
        }
    }

    private static string TypeOf(Type type) =>
        type == typeof(string) ? "string" : type == typeof(bool) ? "boolean" : type == typeof(int) ? "integer" : type == typeof(IReadOnlyList<string>) ? "array" : "object";

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
