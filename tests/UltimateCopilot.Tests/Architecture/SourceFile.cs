using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UltimateCopilot.Tests.Architecture;

/// <summary>A C# file of the product.</summary>
internal sealed record SourceFile(string Path)
{
    public static IReadOnlyList<SourceFile> All { get; } = FindBelow(ServerFolder);

    public static string ServerFolder => System.IO.Path.Combine(Repository.Root, "server");

    public string Text { get; } = File.ReadAllText(Path);

    public CompilationUnitSyntax Root => field ??= CSharpSyntaxTree.ParseText(Text).GetCompilationUnitRoot();

    /// <summary>Folder of the project.</summary>
    public string Project => System.IO.Path.GetRelativePath(ServerFolder, Path).Split(System.IO.Path.DirectorySeparatorChar)[0];

    public int Lines => Text.AsSpan().Count('\n');

    public static IReadOnlyList<SourceFile> FindBelow(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Split(System.IO.Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal).Select(static path => new SourceFile(path)),
    ];

    public override string ToString() => System.IO.Path.GetRelativePath(Repository.Root, Path);
}
