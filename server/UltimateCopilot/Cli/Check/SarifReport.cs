using System.Text.Json;
using UltimateCopilot.Checks;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Cli.Check;

/// <summary>SARIF 2.1.0, as code scanners read it. Results come first, since the rules they use are only known behind them.</summary>
internal sealed class SarifReport : ICheckReport
{
    private const int FlushAt = 16 * 1024;

    private readonly Utf8JsonWriter _json;
    private readonly Stream _output;
    private readonly SarifPlaces _places;
    private readonly List<string> _rules = [];

    /// <param name="output">Gets the document.</param>
    /// <param name="folder">What relative addresses belong to.</param>
    public SarifReport(Stream output, string folder)
    {
        _output = output;
        _places = new SarifPlaces(folder);
        _json = new Utf8JsonWriter(output, FindingJson.Options);
        _json.WriteStartObject();
        _json.WriteString("$schema"u8, "https://json.schemastore.org/sarif-2.1.0.json"u8);
        _json.WriteString("version"u8, "2.1.0"u8);
        _json.WriteStartArray("runs"u8);
        _json.WriteStartObject();
        _json.WriteStartArray("results"u8);
    }

    public async Task AddAsync(string path, FileCheck file)
    {
        foreach (var finding in file.Findings)
        {
            WriteResult(path, file, finding);
        }

        if (_json.BytesPending > FlushAt)
        {
            await _json.FlushAsync();
        }
    }

    public async Task FinishAsync(CheckTally tally)
    {
        _json.WriteEndArray();
        WriteTool();
        WriteInvocation(tally);
        _places.WriteBases(_json);
        _json.WriteString("columnKind"u8, "utf16CodeUnits"u8);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        await _json.FlushAsync();
        await _output.WriteAsync("\n"u8.ToArray());
        await _output.FlushAsync();
    }

    public ValueTask DisposeAsync() => _json.DisposeAsync();

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private void WriteResult(string path, FileCheck file, Finding finding)
    {
        var rule = _rules.IndexOf(finding.Code);
        if (rule < 0)
        {
            rule = _rules.Count;
            _rules.Add(finding.Code);
        }

        _json.WriteStartObject();
        _json.WriteString("ruleId"u8, finding.Code);
        _json.WriteNumber("ruleIndex"u8, rule);
        _json.WriteString("level"u8, LevelOf(finding.Severity));
        WriteText("message", finding.Message);
        _json.WriteStartArray("locations"u8);
        WriteLocation(path, file, finding.Span, id: null, message: null);
        _json.WriteEndArray();
        if (finding.Related.Count > 0)
        {
            _json.WriteStartArray("relatedLocations"u8);
            for (var i = 0; i < finding.Related.Count; i++)
            {
                WriteLocation(path, file, finding.Related[i].Span, i + 1, finding.Related[i].Message);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void WriteLocation(string path, FileCheck file, TextSpan span, int? id, string? message)
    {
        _json.WriteStartObject();
        if (id is not null)
        {
            _json.WriteNumber("id"u8, id.Value);
        }

        _json.WriteStartObject("physicalLocation"u8);
        _places.WriteArtifact(_json, path, file.Path);
        SarifPlaces.WriteRegion(_json, file.Text, span);
        _json.WriteEndObject();
        if (message is not null)
        {
            WriteText("message", message);
        }

        _json.WriteEndObject();
    }

    private void WriteTool()
    {
        _json.WriteStartObject("tool"u8);
        _json.WriteStartObject("driver"u8);
        _json.WriteString("name"u8, CommandParser.ProgramName);
        _json.WriteString("semanticVersion"u8, ProgramVersion.Text);
        _json.WriteStartArray("rules"u8);
        foreach (var code in _rules)
        {
            _json.WriteStartObject();
            _json.WriteString("id"u8, code);
            WriteText("shortDescription", FindingTitles.Of(code));
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteInvocation(CheckTally tally)
    {
        _json.WriteStartArray("invocations"u8);
        _json.WriteStartObject();
        _json.WriteBoolean("executionSuccessful"u8, tally.IsComplete && tally.Failures.Count == 0);
        _json.WriteStartArray("toolExecutionNotifications"u8);
        foreach (var failure in tally.Failures)
        {
            _json.WriteStartObject();
            _json.WriteString("level"u8, "error"u8);
            WriteText("message", $"{failure.Path}: {failure.Reason}.");
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteText(string property, string text)
    {
        _json.WriteStartObject(property);
        _json.WriteString("text"u8, text);
        _json.WriteEndObject();
    }
}
