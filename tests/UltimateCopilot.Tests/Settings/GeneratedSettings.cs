using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UltimateCopilot.Tests.Settings;

/// <summary>What is generated from the settings' type: the VS Code manifest's block and texts, a JSON Schema, and a page for people.</summary>
internal static class GeneratedSettings
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest with its configuration block replaced.</summary>
    public static string Manifest(string current)
    {
        var manifest = JsonNode.Parse(current)!.AsObject();
        var groups = new JsonArray();
        foreach (var group in SettingsCatalogue.All.GroupBy(static setting => setting.Group))
        {
            var properties = new JsonObject();
            foreach (var setting in group)
            {
                var entry = SettingsCatalogue.ValuesOf(setting);
                entry["scope"] = setting.About.Scope;
                entry["markdownDescription"] = $"%{TextKey(setting)}%";
                if (setting.About.ValueDescriptions.Length > 0)
                {
                    entry["markdownEnumDescriptions"] = new JsonArray([.. setting.About.Values.Select(value => (JsonNode)$"%{TextKey(setting)}.{value}%")]);
                }

                properties[setting.Key] = entry;
            }

            groups.Add(new JsonObject { ["title"] = $"%configuration.{group.Key}%", ["properties"] = properties });
        }

        manifest["contributes"]!["configuration"] = groups;
        return manifest.ToJsonString(Indented) + "\n";
    }

    /// <summary>The manifest's texts with those of the settings replaced.</summary>
    public static string Texts(string current)
    {
        var texts = JsonNode.Parse(current)!.AsObject();
        foreach (var key in texts.Select(static pair => pair.Key).Where(static key => key.StartsWith("setting.", StringComparison.Ordinal) || key.StartsWith("configuration.", StringComparison.Ordinal)).ToList())
        {
            texts.Remove(key);
        }

        foreach (var group in SettingsCatalogue.All.GroupBy(static setting => setting.Group))
        {
            texts[$"configuration.{group.Key}"] = Title(group.Key);
            foreach (var setting in group)
            {
                texts[TextKey(setting)] = setting.About.Description;
                for (var i = 0; i < setting.About.ValueDescriptions.Length; i++)
                {
                    texts[$"{TextKey(setting)}.{setting.About.Values[i]}"] = setting.About.ValueDescriptions[i];
                }
            }
        }

        return texts.ToJsonString(Indented) + "\n";
    }

    /// <summary>A JSON Schema of all settings, for other editors.</summary>
    public static string Schema()
    {
        var properties = new JsonObject();
        foreach (var setting in SettingsCatalogue.All)
        {
            var entry = SettingsCatalogue.ValuesOf(setting);
            entry["description"] = setting.About.Description;
            properties[setting.Key] = entry;
        }

        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Settings of Ultimate Copilot",
            ["type"] = "object",
            ["properties"] = properties,
        }.ToJsonString(Indented) + "\n";
    }

    /// <summary>The page for people.</summary>
    public static string Page()
    {
        var page = new StringBuilder("# Configuration\n\nGenerated from the server's options; `schemas/settings.schema.json` says the same to programs. Editors other than VS Code send the same names below the section\n`ultimateCopilot`, by `workspace/configuration` or `workspace/didChangeConfiguration`. Settings of scope *machine* cannot be set by a repository.\n");
        foreach (var group in SettingsCatalogue.All.GroupBy(static setting => setting.Group))
        {
            page.Append("\n## ").Append(Title(group.Key)).Append("\n\n| setting | default | scope | |\n| --- | --- | --- | --- |\n");
            foreach (var setting in group)
            {
                page.Append("| `").Append(setting.Key).Append("` | `").Append(setting.Default.ToJsonString()).Append("` | ").Append(setting.About.Scope).Append(" | ").Append(Describe(setting)).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private static string Describe(DeclaredSetting setting)
    {
        var text = new StringBuilder(setting.About.Description.Replace("|", "\\|", StringComparison.Ordinal));
        for (var i = 0; i < setting.About.ValueDescriptions.Length; i++)
        {
            text.Append("<br>`").Append(setting.About.Values[i]).Append("`: ").Append(setting.About.ValueDescriptions[i]);
        }

        if (setting.About.Maximum > 0)
        {
            text.Append(" From ").Append(setting.About.Minimum).Append(" to ").Append(setting.About.Maximum).Append('.');
        }

        return text.ToString();
    }

    private static string TextKey(DeclaredSetting setting) => "setting." + setting.Key[(setting.Key.IndexOf('.') + 1)..];

    private static string Title(string group) => group switch { "statusBar" => "Status Bar", _ => char.ToUpperInvariant(group[0]) + group[1..] };
}
