using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UltimateCopilot.Tests.Architecture;

/// <summary>Files stay small and are named after what is in them.</summary>
internal sealed class FileTests
{
    private const int Small = 150;
    private const int Longest = 400;

    private static IReadOnlyList<SourceFile> Tests { get; } = SourceFile.FindBelow(Path.Combine(Repository.Root, "tests"));

    [Test]
    public void Lines_OfAFile_AreFew()
    {
        SourceFile[] all = [.. SourceFile.All, .. Tests];
        var small = all.Count(static file => file.Lines < Small);
        TestContext.Out.WriteLine($"{small} of {all.Length} files have fewer than {Small} lines. The longest:");
        foreach (var file in all.OrderByDescending(static file => file.Lines).Take(10))
        {
            TestContext.Out.WriteLine($"{file.Lines,5} {file}");
        }

        Assert.Multiple(() =>
        {
            Assert.That(all.Where(static file => file.Lines > Longest), Is.Empty);
            Assert.That(small, Is.GreaterThanOrEqualTo(all.Length * 4 / 5));
        });
    }

    [Test]
    public void PublicType_OfAFile_IsOneAndGivesItsName()
    {
        Assert.Multiple(() =>
        {
            foreach (var file in SourceFile.All)
            {
                var names = file.Root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                    .OfType<BaseTypeDeclarationSyntax>().Where(static type => type.Modifiers.Any(static word => word.IsKind(SyntaxKind.PublicKeyword)))
                    .Select(static type => type.Identifier.Text).Distinct(StringComparer.Ordinal).ToList();
                Assert.That(names, Has.Count.LessThanOrEqualTo(1), file.ToString());
                if (names is [var name])
                {
                    Assert.That(Path.GetFileName(file.Path).Split('.')[0], Is.EqualTo(name), file.ToString());
                }
            }
        });
    }

    [Test]
    public void Namespace_OfAFile_IsFileScoped() =>
        Assert.That(SourceFile.All.Concat(Tests).Where(static file => file.Root.DescendantNodes().OfType<NamespaceDeclarationSyntax>().Any()), Is.Empty);
}
