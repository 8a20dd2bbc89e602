using System.Text.Json;

namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>One <c>textDocument/publishDiagnostics</c>.</summary>
internal sealed record Publication(string Uri, int? Version, IReadOnlyList<JsonElement> Diagnostics)
{
    public static Publication Of(Message message) => new(
        message.Parameters.Text("uri")!, message.Parameters.Number("version"), [.. message.Parameters.GetProperty("diagnostics").EnumerateArray()]);

    public IReadOnlyList<string?> Codes => [.. Diagnostics.Select(static diagnostic => diagnostic.Text("code"))];

    /// <summary>What tells two lists apart, whatever file they are about.</summary>
    public string Content => string.Join('\n', Diagnostics.Select(static diagnostic => diagnostic.GetRawText())).Replace(Uri, "URI", StringComparison.Ordinal);
}
