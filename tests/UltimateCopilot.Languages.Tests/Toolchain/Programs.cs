using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Toolchain;

/// <summary>The real programs that tests use where the machine has them.</summary>
internal static class Programs
{
    /// <summary>Skips the test where none of the names is on the path.</summary>
    public static void Require(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator);
        string[] endings = OperatingSystem.IsWindows() ? [".exe"] : [string.Empty];
        if (!names.Any(name => folders.Any(folder => endings.Any(ending => File.Exists(Path.Combine(folder, name + ending))))))
        {
            Assert.Ignore($"{string.Join(" and ", names)} not on the path");
        }
    }

    /// <summary>Skips the test where the build has not fetched the parsers of other projects.</summary>
    public static void RequirePackaged(string package)
    {
        if (!Directory.Exists(PackagedTools.PathOf(package, string.Empty)))
        {
            Assert.Ignore($"{package} was not fetched by the build");
        }
    }

    /// <summary>The folder around the tests' own that holds a path; null where none does.</summary>
    public static string? FolderWith(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !Path.Exists(Path.Combine(folder, path)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder;
    }

    /// <summary>The verdict on a text, with the place of each finding as line:column from 1, its code, and the marked text.</summary>
    public static async Task<IReadOnlyList<string>?> DescribeAsync(this IToolchainParser parser, ToolchainDocument document)
    {
        var findings = await parser.CheckAsync(document, CancellationToken.None);
        return findings?.Select(finding => Describe(finding, document.Text)).ToList();
    }

    private static string Describe(Finding finding, SourceText text)
    {
        Assert.That(finding.Layer, Is.EqualTo(Layer.Toolchain));
        Assert.That(finding.Message, Does.Not.EndWith("."));
        var start = text.PositionAt(finding.Span.Start);
        return $"{start.Line + 1}:{start.Column + 1} {finding.Code} [{text.ToString(finding.Span)}] {finding.Message}";
    }
}
