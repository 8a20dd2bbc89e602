using System.Text.Json.Serialization;

namespace UltimateCopilot.Rpc.Tests.Fixture;

internal sealed record Note(string Text)
{
    public int Number { get; init; }
}

internal sealed record Strict
{
    public required string Text { get; init; }
}

internal sealed class Unwritable
{
    public string? Text { get => field ?? throw new InvalidOperationException("secret"); init; }
}

internal sealed class Hostile
{
    public string? Text { get; init => field = value is null ? value : throw new NotSupportedException(value); }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Note))]
[JsonSerializable(typeof(Strict))]
[JsonSerializable(typeof(Unwritable))]
[JsonSerializable(typeof(Hostile))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(string))]
internal sealed partial class TestJson : JsonSerializerContext;
