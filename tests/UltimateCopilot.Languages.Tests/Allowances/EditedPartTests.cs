using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Allowances;

/// <summary>What is said of a large text after its edited part was parsed alone.</summary>
[TestFixture]
public sealed class EditedPartTests
{
    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();

    [Test]
    public void Check_MistakeInAPart_IsSeenAtItsPlaceAndMended()
    {
        var (layer, text) = Open("javascript", "function f(a) {\n  return g(a, 1);\n}\n");
        var place = text.ToString().IndexOf("g(a", text.Length / 2, StringComparison.Ordinal) + 1;

        var broken = Edit(layer, ref text, place, 1, string.Empty);
        Assert.That((layer.IsProvisional, broken.Count), Is.EqualTo((true, 1)));
        Assert.That(text.LineAt(broken[0].Span.Start), Is.EqualTo(text.LineAt(place)));

        Assert.That(Edit(layer, ref text, place, 0, "("), Is.Empty);
        Assert.That(layer.Settle(text, CancellationToken.None), Is.Empty);
        layer.Dispose();
    }

    [Test]
    public void Check_MistakesInTwoParts_AreBothSeen()
    {
        var (layer, text) = Open("javascript", "function f(a) {\n  return g(a, 1);\n}\n");
        var first = text.ToString().IndexOf("g(a", StringComparison.Ordinal) + 1;
        var second = text.ToString().IndexOf("g(a", text.Length / 2, StringComparison.Ordinal) + 1;
        Edit(layer, ref text, second, 1, string.Empty);

        Assert.That(Edit(layer, ref text, first, 1, string.Empty), Has.Count.EqualTo(2));
        layer.Dispose();
    }

    [Test]
    public void Check_CommentOpenedInAPart_LooksAtTheWhole()
    {
        var (layer, text) = Open("javascript", "function f(a) {\n  return g(a, 1); // x */\n}\n");
        var place = text.ToString().IndexOf("return", text.Length / 2, StringComparison.Ordinal);

        // The next line that ends a comment ends this one: what is broken lies behind it.
        var found = Edit(layer, ref text, place, 0, "/*");
        Assert.That(found.Select(static finding => finding.Code), Has.None.EqualTo(FindingCodes.UnclosedComment));
        layer.Dispose();
    }

    [Test]
    public void Check_AfterADirectiveWasBrokenAndMended_SaysNothingElsewhere()
    {
        var (layer, text) = Open("swift", File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "TestData", "valid", "swift.txt")).TrimEnd() + "\n");
        var place = text.ToString().IndexOf("#if os(mac", text.Length / 2, StringComparison.Ordinal) + "#if os(mac".Length;
        Assert.That(Edit(layer, ref text, place, 0, "{"), Is.Not.Empty);
        layer.Settle(text, CancellationToken.None);
        Edit(layer, ref text, place, 1, string.Empty);
        Assert.That(layer.IsProvisional ? layer.Settle(text, CancellationToken.None) : [], Is.Empty);

        Assert.That(Edit(layer, ref text, 0, 0, " "), Is.Empty, "nothing blinks while one types elsewhere");
        layer.Dispose();
    }

    [TestCase("typescript")]
    [TestCase("python")]
    [TestCase("yaml")]
    [TestCase("cpp", Description = "with masked constructs, and parts within others")]
    [TestCase("rust")]
    public void Settle_AfterAnyEditsOfALargeText_EqualsACheckFromScratch(string id)
    {
        var seed = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "TestData", "valid", id + ".txt")).TrimEnd().Replace("//!", "//", StringComparison.Ordinal) + "\n"; // what speaks of a whole file would stand in its middle
        var unit = id == "yaml" ? "part:\n" + string.Concat(seed.Split('\n').Select(static line => "  " + line + "\n")) : seed;
        var (layer, text) = Open(id, unit);
        var random = new Random(20_261_120);
        string[] pieces = ["(", ")", "{", "}", "\"", "'", ":", ",", "\n", "x", "  ", "- ", "/*", "*/", "#"];
        for (var i = 0; i < 30; i++)
        {
            var piece = pieces[random.Next(pieces.Length)];
            var at = random.Next(text.Length);
            Edit(layer, ref text, at, random.Next(3) == 0 ? 1 : 0, piece);
            if (i % 2 == 1)
            {
                using var anew = new FastLayer(Catalogue.Find(id)!);
                var expected = anew.Check(text, null, CancellationToken.None);
                Assert.That(Brief(layer.Settle(text, CancellationToken.None), text), Is.EqualTo(Brief(expected, text)));
                Edit(layer, ref text, 0, text.Length, Large(unit)); // sound again
            }
        }

        layer.Dispose();
    }

    private static (FastLayer Layer, SourceText Text) Open(string language, string unit)
    {
        var layer = new FastLayer(Catalogue.Find(language)!);
        var text = SourceText.From(Large(unit));
        Assert.That(layer.Check(text, null, CancellationToken.None), Is.Empty);
        return (layer, text);
    }

    private static string Large(string unit) => string.Concat(Enumerable.Repeat(unit, (100_000 / unit.Length) + 1));

    private static List<Finding> Edit(FastLayer layer, ref SourceText text, int at, int length, string replacement)
    {
        var span = new TextSpan(at, Math.Min(at + length, text.Length));
        text = text.Replace(span, replacement);
        return layer.Check(text, [new DocumentEdit(new TextChange(span, replacement.Length), text)], CancellationToken.None);
    }

    private static string[] Brief(List<Finding> findings, SourceText text) =>
        [.. findings.Select(finding => $"{finding.Code} {text.PositionAt(finding.Span.Start)} {finding.Message}")];
}
