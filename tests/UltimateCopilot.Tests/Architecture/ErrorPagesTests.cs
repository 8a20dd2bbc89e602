using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Tests.Architecture;

/// <summary>Every code that a user can meet has its section in the page of errors.</summary>
internal sealed partial class ErrorPagesTests
{
    private static IReadOnlySet<string> Sections { get; } =
        Section().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "errors.md"))).Select(static match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Constants => typeof(FindingCodes).GetFields().Where(static one => one.IsLiteral).Select(static one => (string)one.GetRawConstantValue()!);

    private static IEnumerable<string> InSources => Sources.SelectMany(static path => Code().Matches(File.ReadAllText(path))).Select(static match => match.Value);

    private static IEnumerable<string> Sources =>
    [
        .. SourceFile.All.Select(static file => file.Path),
        .. Directory.GetFiles(Path.Combine(Repository.Root, "client-vscode", "src"), "*.ts", SearchOption.AllDirectories),
    ];

    [Test]
    public void EveryCode_HasItsSection() => Assert.That(InSources.Concat(Constants).Distinct().Order().Except(Sections), Is.Empty);

    [Test]
    public void EverySection_HasItsCode() => Assert.That(Sections.Except(InSources), Is.Empty);

    [Test]
    public void FindingCodes_All_HoldsAll() => Assert.That(FindingCodes.All, Is.EquivalentTo(Constants));

    [GeneratedRegex(@"^## (UC\d{4})\b", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"\bUC\d{4}\b")]
    private static partial Regex Code();
}
