using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Checking;

[TestFixture]
public sealed class FastLayerTests
{
    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();

    [TestCase("javascript", "function f(a) { return [a, 1]; }\n", ";", 10_000_000)]
    [TestCase("python", "x = f(1, [2])\n", "x", 2_000_000)]
    public void Check_KeystrokeInALargeFile_AllocatesLittle(string language, string line, string key, int length)
    {
        using var layer = new FastLayer(Catalogue.Find(language)!);
        var text = SourceText.From(string.Concat(Enumerable.Repeat(line, length / line.Length)));
        Assert.That(layer.Check(text, null, CancellationToken.None), Is.Empty);
        const int Keystrokes = 3;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Keystrokes; i++)
        {
            var at = length / 2 / line.Length * line.Length;
            text = text.Replace(new TextSpan(at, at), key);
            layer.Check(text, [new DocumentEdit(new TextChange(new TextSpan(at, at), 1), text)], CancellationToken.None);
        }

        // The text is up to 20 MB in memory; neither it nor a list of its lines may be copied.
        Assert.That((GC.GetAllocatedBytesForCurrentThread() - before) / Keystrokes, Is.LessThan(2_000_000));
    }

    [TestCase("(")]
    [TestCase("[")]
    [TestCase("{")]
    [TestCase(")")]
    [TestCase("<a>")]
    [TestCase("\"")]
    [TestCase("\n  if x:")]
    public void Check_OneThingOverAndOver_AnswersInEveryLanguage(string piece)
    {
        var text = SourceText.From(string.Concat(Enumerable.Repeat(piece, 5_000)));
        foreach (var language in Catalogue.Languages)
        {
            using var layer = new FastLayer(language);
            Assert.That(layer.Check(text, null, CancellationToken.None).Select(static finding => finding.Message), Is.All.Not.Empty, language.Id);
        }
    }

    [TestCase("@interface View : NSView\n- (void)draw;\n@end\n", true, Description = "a header of Objective-C")]
    [TestCase("int x = = 1; // @end\n", false)]
    public void Check_OfAnotherLanguageWithTheSameFileNames_SaysNothing(string code, bool isFine)
    {
        foreach (var language in (string[])["c", "cpp"])
        {
            using var layer = new FastLayer(LanguageCatalogue.Load().Find(language)!);
            Assert.That(layer.Check(SourceText.From(code), null, CancellationToken.None), isFine ? Is.Empty : Is.Not.Empty, language);
        }
    }
}
