using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UltimateCopilot.Settings;

/// <summary>
/// Reads the settings an editor sends. A mistake in one group leaves that group at its defaults and is told; it never switches anything
/// else off.
/// </summary>
internal static class SettingsReader
{
    /// <summary>The section all settings stand in.</summary>
    public const string Section = "ultimateCopilot";

    /// <summary>Reads the content of the section, or an object that holds the section.</summary>
    /// <param name="json">What the client sent; null and other kinds mean the defaults.</param>
    /// <param name="onProblem">Told of each group that could not be read.</param>
    public static UserSettings Read(JsonElement? json, Action<string> onProblem)
    {
        if (json is not { ValueKind: JsonValueKind.Object } section)
        {
            return new UserSettings();
        }

        if (section.TryGetProperty(Section, out var inner) && inner.ValueKind == JsonValueKind.Object)
        {
            section = inner;
        }

        return new UserSettings
        {
            Syntax = Group(section, "syntax", SettingsJson.Default.SyntaxSettings, onProblem) ?? new SyntaxSettings(),
            Outline = Group(section, "outline", SettingsJson.Default.OutlineSettings, onProblem) ?? new OutlineSettings(),
            Sql = Group(section, "sql", SettingsJson.Default.SqlSettings, onProblem) ?? new SqlSettings(),
            Toolchain = Group(section, "toolchain", SettingsJson.Default.ToolchainSettings, onProblem) ?? new ToolchainSettings(),
            Workspace = Group(section, "workspace", SettingsJson.Default.WorkspaceSettings, onProblem) ?? new WorkspaceSettings(),
        };
    }

    private static T? Group<T>(JsonElement section, string name, JsonTypeInfo<T> type, Action<string> onProblem)
        where T : class
    {
        if (!section.TryGetProperty(name, out var group) || group.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        try
        {
            return group.Deserialize(type);
        }
        catch (JsonException)
        {
            onProblem($"UC2101: a setting below '{Section}.{name}' has a value of the wrong type; the defaults are used until it is corrected.");
            return null;
        }
    }
}
