using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UltimateCopilot.Tests.Architecture;

/// <summary>Arrows point down only.</summary>
internal sealed class ProjectTests
{
    /// <summary>What each project may know of the others. A new project gets its place here first.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["UltimateCopilot"] = ["UltimateCopilot.Languages", "UltimateCopilot.Rpc", "UltimateCopilot.Workspace"],
        ["UltimateCopilot.Workspace"] = ["UltimateCopilot.Languages"],
        ["UltimateCopilot.Languages"] = [],
        ["UltimateCopilot.Rpc"] = [],
    };

    private static IEnumerable<string> Projects => Directory.GetFiles(SourceFile.ServerFolder, "*.csproj", SearchOption.AllDirectories)
        .Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    [Test]
    public void Projects_AllHaveTheirPlace() => Assert.That(Projects, Is.EquivalentTo(Allowed.Keys));

    [TestCaseSource(nameof(Projects))]
    public void References_PointDown(string project)
    {
        var file = XDocument.Load(Path.Combine(SourceFile.ServerFolder, project, project + ".csproj"));
        var references = file.Descendants("ProjectReference").Select(static reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.That(references, Is.SubsetOf(Allowed[project]));
    }

    [TestCaseSource(nameof(Projects))]
    public void Namespaces_AreNamedAfterTheFolders(string project)
    {
        Assert.Multiple(() =>
        {
            foreach (var file in SourceFile.All.Where(file => file.Project == project))
            {
                var folder = Path.GetRelativePath(SourceFile.ServerFolder, Path.GetDirectoryName(file.Path)!).Replace(Path.DirectorySeparatorChar, '.');
                foreach (var named in file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
                {
                    Assert.That(named.Name.ToString(), Is.EqualTo(folder), file.ToString());
                }
            }
        });
    }

    [TestCaseSource(nameof(Projects))]
    public void Usings_NameOnlyWhatIsBelow(string project)
    {
        // The program's own namespaces start like those of the other projects: it may not name those either.
        var others = Allowed.Keys.Where(other => other != project && other != "UltimateCopilot" && !Allowed[project].Contains(other)).ToList();
        var wrong = SourceFile.All.Where(file => file.Project == project)
            .SelectMany(static file => file.Root.DescendantNodes().OfType<QualifiedNameSyntax>().Select(name => (file, name: name.ToString())))
            .Where(one => others.Exists(other => one.name == other || one.name.StartsWith(other + ".", StringComparison.Ordinal)));

        Assert.That(wrong, Is.Empty);
    }
}
