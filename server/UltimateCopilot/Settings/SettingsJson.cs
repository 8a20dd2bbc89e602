using System.Text.Json;
using System.Text.Json.Serialization;

namespace UltimateCopilot.Settings;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, AllowTrailingCommas = true)]
[JsonSerializable(typeof(UserSettings))]
[JsonSerializable(typeof(ServerSettings))]
[JsonSerializable(typeof(SyntaxSettings))]
[JsonSerializable(typeof(OutlineSettings))]
[JsonSerializable(typeof(SqlSettings))]
[JsonSerializable(typeof(ToolchainSettings))]
[JsonSerializable(typeof(WorkspaceSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
