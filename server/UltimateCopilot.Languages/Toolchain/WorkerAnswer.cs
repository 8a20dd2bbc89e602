using System.Text.Json;
using System.Text.Json.Serialization;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>One line of a worker's: what the parser says of a text, or what it says of itself.</summary>
/// <param name="Errors">In the order in which the parser met them; null where it came to no verdict, or was not asked for one.</param>
/// <param name="Version">Version of the language.</param>
/// <param name="Path">Where the program is.</param>
internal sealed record WorkerAnswer(IReadOnlyList<WorkerError>? Errors, string? Version, string? Path);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WorkerAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext;
