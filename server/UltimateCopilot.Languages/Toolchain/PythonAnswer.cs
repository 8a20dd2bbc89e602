using System.Text.Json;
using System.Text.Json.Serialization;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>One line of <c>python_worker.py</c>. Lines and columns count from 1, columns in code points.</summary>
internal sealed record PythonAnswer(
    string? Message, string? Kind, int Line, int Column, int EndLine, int EndColumn, bool Unknown, string? Version, string? Path);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PythonAnswer))]
internal sealed partial class PythonJson : JsonSerializerContext;
