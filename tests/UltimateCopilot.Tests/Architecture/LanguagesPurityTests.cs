using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UltimateCopilot.Tests.Architecture;

/// <summary>What knows languages knows no disk and no process, but for the toolchains.</summary>
internal sealed class LanguagesPurityTests
{
    private static readonly HashSet<string> Worldly =
    [
        nameof(File), nameof(Directory), nameof(FileInfo), nameof(DirectoryInfo), nameof(FileStream), nameof(StreamWriter), nameof(Console), nameof(Environment),
        nameof(System.Diagnostics.Process), nameof(System.Diagnostics.ProcessStartInfo), "Socket", "HttpClient",
    ];

    private static IEnumerable<SourceFile> Files => SourceFile.All.Where(static file =>
        file.Project == "UltimateCopilot.Languages" && !file.Path.Contains($"{Path.DirectorySeparatorChar}Toolchain{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [Test]
    public void Languages_OutsideToolchains_TouchNeitherDiskNorProcesses()
    {
        var found = Files.SelectMany(static file => file.Root.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(static name => Worldly.Contains(name.Identifier.Text) && IsType(name)).Select(name => $"{file}: {name.Parent}"));

        Assert.That(found, Is.Empty);
    }

    /// <summary>Not the member of something else that happens to have the name.</summary>
    private static bool IsType(IdentifierNameSyntax name) => name.Parent is not MemberAccessExpressionSyntax member || member.Expression == name;
}
