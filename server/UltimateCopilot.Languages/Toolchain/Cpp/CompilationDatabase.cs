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
            if (!Path.IsPathFullyQualified(file) || Locate(file) is not { } database)
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

    private static CompileCommand? Read(string database, string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(database), new JsonDocumentOptions { AllowTrailingCommas = true });
        if (json.RootElement.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var name = Path.GetFileName(file);
        foreach (var entry in json.RootElement.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("file", out var path) && path.ValueKind == JsonValueKind.String
                && path.GetString()!.EndsWith(name, PathComparison)
                && entry.Deserialize(CompileCommandJson.Default.CompileCommand) is { Directory: not null } command
                && string.Equals(Path.GetFullPath(command.File, Path.GetFullPath(command.Directory, Path.GetDirectoryName(database)!)), Path.GetFullPath(file), PathComparison))
            {
                return command with { Directory = Path.GetFullPath(command.Directory, Path.GetDirectoryName(database)!) };
            }
        }

        return null;
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
