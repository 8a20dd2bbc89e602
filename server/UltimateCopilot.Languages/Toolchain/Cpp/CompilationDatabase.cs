using System.Collections.Concurrent;
using System.Text.Json;

namespace UltimateCopilot.Languages.Toolchain.Cpp;

/// <summary>Finds how a file is compiled, in the nearest <c>compile_commands.json</c> above it or in a <c>build</c> folder there. Safe to call from several threads.</summary>
/// <param name="folders">Full paths of the folders that may be looked at; where there is none, the repository that the file lies in.</param>
internal sealed class CompilationDatabase(IReadOnlyList<string> folders)
{
    private const string Name = "compile_commands.json";

    /// <summary>A larger one takes longer to read than a person waits.</summary>
    private const long LargestBytes = 64 << 20;

    private static readonly StringComparison PathComparison = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly ConcurrentDictionary<string, (string Database, DateTime Written, CompileCommand? Command)> _known = new();

    /// <summary>The command for a file; null where none is known.</summary>
    public CompileCommand? Find(string file)
    {
        try
        {
            if (!Path.IsPathFullyQualified(file) || Locate(file = Path.GetFullPath(file)) is not { } database)
            {
                return null;
            }

            var written = database.LastWriteTimeUtc;
            if (!_known.TryGetValue(file, out var known) || known.Database != database.FullName || known.Written != written)
            {
                _known[file] = known = (database.FullName, written, database.Length > LargestBytes ? null : Read(database.FullName, file));
            }

            return known.Command;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The entry of the file; a header has none and takes that of a source nearby, as it is compiled with such sources.</summary>
    private static CompileCommand? Read(string database, string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(database), new JsonDocumentOptions { AllowTrailingCommas = true });
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var isHeader = Path.GetExtension(file) is ".h" or ".hh" or ".hpp" or ".hxx" or ".h++" or ".inl" or ".ipp" or ".tpp";
        (int Closeness, JsonElement Entry) best = (-1, default);
        foreach (var entry in json.RootElement.EnumerateArray())
        {
            if (PathOf(entry, database) is not { } path)
            {
                continue;
            }

            if (string.Equals(path, file, PathComparison))
            {
                return ToCommand(entry, database);
            }

            if (isHeader && Closeness(path, file) is var closeness && closeness > best.Closeness)
            {
                best = (closeness, entry);
            }
        }

        return best.Closeness < 0 ? null : ToCommand(best.Entry, database);
    }

    private static string? PathOf(JsonElement entry, string database) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("file", out var file) && file.ValueKind == JsonValueKind.String
            && entry.TryGetProperty("directory", out var directory) && directory.ValueKind == JsonValueKind.String
            ? Path.GetFullPath(file.GetString()!, Path.GetFullPath(directory.GetString()!, Path.GetDirectoryName(database)!))
            : null;

    private static CompileCommand? ToCommand(JsonElement entry, string database) =>
        entry.Deserialize(CompileCommandJson.Default.CompileCommand) is { } command
            ? command with { Directory = Path.GetFullPath(command.Directory, Path.GetDirectoryName(database)!) }
            : null;

    /// <summary>How much of their paths two files have in common; the same name but for the ending counts most.</summary>
    private static int Closeness(string source, string header)
    {
        var common = source.AsSpan().CommonPrefixLength(header);
        return string.Equals(Path.GetFileNameWithoutExtension(source), Path.GetFileNameWithoutExtension(header), PathComparison) ? common + short.MaxValue : common;
    }

    private FileInfo? Locate(string file)
    {
        var top = folders.FirstOrDefault(folder => file.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, PathComparison));
        FileInfo? found = null;
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            found ??= new[] { Path.Combine(folder, Name), Path.Combine(folder, "build", Name) }.Select(static path => new FileInfo(path)).FirstOrDefault(static path => path.Exists);
            if (top is not null ? string.Equals(folder, Path.TrimEndingDirectorySeparator(top), PathComparison) : Path.Exists(Path.Combine(folder, ".git")))
            {
                return found;
            }
        }

        return null; // what lies above the workspace may be anybody's
    }
}
