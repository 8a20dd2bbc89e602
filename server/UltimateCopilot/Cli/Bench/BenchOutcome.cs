using System.Buffers;
using System.Text.Json;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Cli.Bench;

/// <summary>One line of results: what was found, or why nothing could be.</summary>
internal sealed record BenchOutcome(JsonElement? Id)
{
    public string? Error { get; init; }

    public SyntaxReport? Report { get; init; }

    public SourceText Text { get; init; } = SourceText.Empty;

    public TimeSpan Elapsed { get; init; }

    public async Task WriteAsync(Stream results, CancellationToken cancellation)
    {
        var line = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(line, FindingJson.Options))
        {
            Write(json);
        }

        line.Write("\n"u8);
        await results.WriteAsync(line.WrittenMemory, cancellation);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("id"u8);
        if (Id is { } id)
        {
            id.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }

        if (Report is null)
        {
            json.WriteString("error"u8, Error);
            json.WriteEndObject();
            return;
        }

        json.WriteString("layer"u8, Layers.NameOf(Report.Layer));
        json.WriteStartArray("findings"u8);
        foreach (var finding in Report.Findings)
        {
            json.WriteStartObject();
            FindingJson.Write(json, finding, Text, source: null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("microseconds"u8, (long)Elapsed.TotalMicroseconds);
        json.WriteEndObject();
    }
}
