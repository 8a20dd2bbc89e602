using System.Text.Json;

namespace UltimateCopilot.Cli.Bench;

/// <summary>One line of a manifest.</summary>
/// <param name="Id">Given back as it came; null where the line has none.</param>
/// <param name="Language">Identifier of the language.</param>
/// <param name="Path">The file, from the root on.</param>
/// <param name="Error">What is wrong with the line; null where nothing is.</param>
internal sealed record BenchCase(JsonElement? Id, string Language, string Path, string? Error)
{
    public static BenchCase Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Bad(id: null, "the line is no JSON object with \"id\", \"language\" and \"path\"");
            }

            JsonElement? id = root.TryGetProperty("id", out var found) && found.ValueKind is JsonValueKind.String or JsonValueKind.Number ? found.Clone() : null;
            return (Read(root, "language"), Read(root, "path")) switch
            {
                _ when id is null => Bad(id, "\"id\" is missing, or neither a string nor a number"),
                (null, _) => Bad(id, "\"language\" is missing or no string"),
                (_, null or "") => Bad(id, "\"path\" is missing or no string"),
                (_, var path) when path.Contains('\0', StringComparison.Ordinal) => Bad(id, "\"path\" holds a NUL, which no path may"),
                var (language, path) => new BenchCase(id, language, path, Error: null),
            };
        }
        catch (JsonException e)
        {
            return Bad(id: null, $"the line is no valid JSON, as byte {e.BytePositionInLine + 1} shows");
        }
    }

    private static BenchCase Bad(JsonElement? id, string error) => new(id, string.Empty, string.Empty, error);

    private static string? Read(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
