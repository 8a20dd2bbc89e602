using System.Text.Json;

namespace UltimateCopilot.Tests.Lsp.Fixture;

/// <summary>A message as it went over the wire.</summary>
internal sealed record Message(bool IsFromServer, JsonElement Body)
{
    public string? Method => Body.Text("method");

    public JsonElement Parameters => Body.Find("params") ?? default;

    public override string ToString() => (IsFromServer ? "server: " : "client: ") + (Body.GetRawText() is { Length: > 400 } text ? text[..400] + "..." : Body.GetRawText());
}
