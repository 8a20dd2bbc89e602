using System.Collections.Frozen;

namespace UltimateCopilot.Workspace.Walking;

/// <summary>
/// Knows the folders whose code is not the workspace's own. A name that people also give to their own code counts only next to the
/// file that makes a tool write such a folder.
/// </summary>
internal static class ForeignFolders
{
    private static readonly FrozenSet<string> Vendored = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "node_modules", "bower_components", "jspm_packages", "vendor", "site-packages", "Pods", "Carthage", ".yarn", ".pnpm-store", "elm-stuff");

    private static readonly FrozenSet<string> Generated = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "dist", "__pycache__", ".venv", ".tox", ".nox", ".eggs", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".gradle", ".terraform",
        ".next", ".nuxt", ".svelte-kit", ".turbo", ".parcel-cache", ".cache", ".vs", ".dart_tool", "DerivedData");

    /// <summary>Names that are generated next to a file with one of these names or extensions.</summary>
    private static readonly FrozenDictionary<string, string[]> GeneratedNextTo = new Dictionary<string, string[]>
    {
        ["bin"] = [".csproj", ".fsproj", ".vbproj", ".sln", ".slnx"],
        ["obj"] = [".csproj", ".fsproj", ".vbproj", ".sln", ".slnx"],
        ["target"] = ["Cargo.toml", "pom.xml", "build.sbt"],
        ["build"] = ["build.gradle", "build.gradle.kts", "setup.py", "pubspec.yaml"],
        ["out"] = ["next.config.js", "next.config.mjs", "next.config.ts"],
        ["coverage"] = ["package.json"],
        ["_build"] = ["mix.exs", "dune-project"],
        ["deps"] = ["mix.exs"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Files by which a folder says itself that a tool made it.</summary>
    private static readonly string[] Marks = ["pyvenv.cfg", "CACHEDIR.TAG", "CMakeCache.txt"];

    /// <summary>Why a folder is left out, judged by its name and the files beside it.</summary>
    public static SkipReason? Judge(string name, IReadOnlyList<FolderEntry> siblings)
    {
        if (Vendored.Contains(name))
        {
            return SkipReason.Vendored;
        }

        if (Generated.Contains(name))
        {
            return SkipReason.Generated;
        }

        return GeneratedNextTo.TryGetValue(name, out var markers) && siblings.Any(e => !e.IsFolder && IsOneOf(e.Name, markers))
            ? SkipReason.Generated
            : null;
    }

    /// <summary>Whether a folder is left out, judged by what it holds.</summary>
    public static bool IsMarked(IReadOnlyList<FolderEntry> entries) => entries.Any(e => !e.IsFolder && Marks.Contains(e.Name));

    private static bool IsOneOf(string name, string[] markers) =>
        markers.Any(m => m[0] == '.' ? name.EndsWith(m, StringComparison.OrdinalIgnoreCase) : name == m);
}
