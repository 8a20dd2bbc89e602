using System.Text.Json.Serialization;

namespace UltimateCopilot.Languages.Toolchain.Rust;

/// <summary>One line of rustc's with <c>--error-format=json</c> (https://doc.rust-lang.org/rustc/json.html).</summary>
internal sealed record RustMessage(string Message, string Level, IReadOnlyList<RustSpan>? Spans);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RustMessage))]
internal sealed partial class RustJson : JsonSerializerContext;
