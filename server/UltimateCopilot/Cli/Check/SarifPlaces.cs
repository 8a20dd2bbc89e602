using System.Text.Json;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Cli.Check;

/// <summary>Where things are, in the words of SARIF.</summary>
/// <param name="folder">Files below it have addresses relative to it, so that a report fits every clone.</param>
internal sealed class SarifPlaces(string folder)
{
    private const string Base = "%SRCROOT%";

    public static void WriteRegion(Utf8JsonWriter json, SourceText text, TextSpan span)
    {
        var (start, end) = (text.PositionAt(span.Start), text.PositionAt(span.End));
        json.WriteStartObject("region"u8);
        json.WriteNumber("startLine"u8, start.Line + 1);
        json.WriteNumber("startColumn"u8, start.Column + 1);
        json.WriteNumber("endLine"u8, end.Line + 1);
        json.WriteNumber("endColumn"u8, end.Column + 1);
        json.WriteEndObject();
    }

    /// <summary>The address of a file; a text without a file goes by its name.</summary>
    public void WriteArtifact(Utf8JsonWriter json, string name, string path)
    {
        json.WriteStartObject("artifactLocation"u8);
        if (!Path.IsPathFullyQualified(path))
        {
            json.WriteString("uri"u8, Escape(name));
        }
        else if (Path.GetRelativePath(folder, path) is var relative && !Path.IsPathFullyQualified(relative) && !relative.StartsWith("..", StringComparison.Ordinal))
        {
            json.WriteString("uri"u8, Escape(relative));
            json.WriteString("uriBaseId"u8, Base);
        }
        else
        {
            json.WriteString("uri"u8, FileAddress(path));
        }

        json.WriteEndObject();
    }

    public void WriteBases(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds"u8);
        json.WriteStartObject(Base);
        json.WriteString("uri"u8, FileAddress(Path.TrimEndingDirectorySeparator(folder)) + (Path.GetPathRoot(folder) == folder ? string.Empty : "/"));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string FileAddress(string path)
    {
        var escaped = Escape(path);
        return escaped.StartsWith("//", StringComparison.Ordinal) ? "file:" + escaped : "file:///" + escaped.TrimStart('/');
    }

    private static string Escape(string path) =>
        string.Join('/', path.Split('/', Path.DirectorySeparatorChar).Select(Uri.EscapeDataString)).Replace("%3A/", ":/", StringComparison.Ordinal);
}
