using System.Text.Json;

namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>Messages written as anonymous objects.</summary>
internal static class Json
{
    public static JsonElement Of(object? value) => JsonSerializer.SerializeToElement(value);

    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.Find(path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static int? Number(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.Find(path) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    public static JsonElement? Find(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }
}
