using System.Text.Encodings.Web;
using System.Text.Json;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Cli;

/// <summary>Writes findings for machines: lines and columns from 1, columns in UTF-16 units, the end exclusive.</summary>
internal static class FindingJson
{
    /// <summary>No browser reads this, so letters of all scripts stay as they are.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The properties of a finding that every format shares; the object is the caller's.</summary>
    public static void Write(Utf8JsonWriter json, Finding finding, SourceText text, string? source)
    {
        var (start, end) = (text.PositionAt(finding.Span.Start), text.PositionAt(finding.Span.End));
        json.WriteNumber("line"u8, start.Line + 1);
        json.WriteNumber("column"u8, start.Column + 1);
        json.WriteNumber("endLine"u8, end.Line + 1);
        json.WriteNumber("endColumn"u8, end.Column + 1);
        json.WriteString("severity"u8, SeverityNames.Of(finding.Severity));
        json.WriteString("code"u8, finding.Code);
        if (source is not null)
        {
            json.WriteString("source"u8, source);
        }

        json.WriteString("message"u8, finding.Message);
    }
}
