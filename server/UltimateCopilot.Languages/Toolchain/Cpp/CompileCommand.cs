using System.Text.Json.Serialization;

namespace UltimateCopilot.Languages.Toolchain.Cpp;

/// <summary>How a file is compiled: an entry of <c>compile_commands.json</c> (https://clang.llvm.org/docs/JSONCompilationDatabase.html).</summary>
/// <param name="Directory">Where the compiler runs; relative paths start here.</param>
/// <param name="File">The file, relative to that folder or not.</param>
/// <param name="Arguments">The compiler and its arguments; null where <paramref name="Command"/> has them.</param>
/// <param name="Command">The same as a line for a shell.</param>
internal sealed record CompileCommand(string Directory, string File, IReadOnlyList<string>? Arguments, string? Command)
{
    /// <summary>The compiler and its arguments.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Words => Arguments ?? ShellWords.Split(Command ?? string.Empty);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CompileCommand))]
internal sealed partial class CompileCommandJson : JsonSerializerContext;
