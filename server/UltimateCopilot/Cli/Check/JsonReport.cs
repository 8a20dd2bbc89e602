using System.Text.Json;
using UltimateCopilot.Checks;

namespace UltimateCopilot.Cli.Check;

/// <summary>One JSON document with every checked file, written as results come.</summary>
internal sealed class JsonReport : ICheckReport
{
    private const int FlushAt = 16 * 1024;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;

    public JsonReport(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, FindingJson.Options);
        _json.WriteStartObject();
        _json.WriteStartArray("files"u8);
    }

    public async Task AddAsync(string path, FileCheck file)
    {
        _json.WriteStartObject();
        _json.WriteString("path"u8, path);
        _json.WriteString("language"u8, file.Language);
        _json.WriteString("layer"u8, Layers.NameOf(file.Layer));
        _json.WriteStartArray("diagnostics"u8);
        foreach (var finding in file.Findings)
        {
            _json.WriteStartObject();
            FindingJson.Write(_json, finding, file.Text, "ultimate-copilot");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushAt)
        {
            await _json.FlushAsync();
        }
    }

    public async Task FinishAsync(CheckTally tally)
    {
        _json.WriteEndArray();
        _json.WriteStartObject("summary"u8);
        _json.WriteNumber("files"u8, tally.Files);
        _json.WriteNumber("errors"u8, tally.Errors);
        _json.WriteNumber("warnings"u8, tally.Warnings);
        _json.WriteNumber("bytes"u8, tally.Bytes);
        _json.WriteNumber("milliseconds"u8, (long)Math.Ceiling(tally.Elapsed.TotalMilliseconds));
        _json.WriteEndObject();
        _json.WriteEndObject();
        await _json.FlushAsync();
        await _output.WriteAsync("\n"u8.ToArray());
        await _output.FlushAsync();
    }

    public ValueTask DisposeAsync() => _json.DisposeAsync();
}
