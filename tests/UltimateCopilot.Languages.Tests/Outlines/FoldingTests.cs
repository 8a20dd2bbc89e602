using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Outlines;

[TestFixture]
public sealed class FoldingTests
{
    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();

    [TestCase("javascript", "import a from 'a';\nimport b from 'b';\n\n// one\n// two\nfunction f() {\n  g({\n    a: 1,\n  });\n}\n", ExpectedResult = "0-1 Imports; 3-4 Comment; 5-8 Region; 6-7 Region")]
    [TestCase("python", "def f():\n    if x:\n        y()\n    else:\n        z()\n\n\n# one\n# two\nitems = [\n    1,\n]\n", ExpectedResult = "0-4 Region; 1-4 Region; 3-4 Region; 7-8 Comment; 9-10 Region")]
    [TestCase("ruby", "def f\n  x do\n    y\n  end\nend\n", ExpectedResult = "0-3 Region; 1-2 Region")]
    [TestCase("shellscript", "if x; then\n  y\nelse\n  z\nfi\n", ExpectedResult = "0-3 Region")]
    [TestCase("html", "<div>\n  <p>\n    x\n  </p>\n</div>\n", ExpectedResult = "0-3 Region; 1-2 Region")]
    [TestCase("yaml", "a:\n  b: 1\n  c: 2\nd: 3\n", ExpectedResult = "0-2 Region")]
    [TestCase("markdown", "# One\n\ntext\n\n# Two\n\n```js\nx\n```\n", ExpectedResult = "0-2 Region; 4-8 Region; 6-7 Region")]
    [TestCase("json", "{\n  \"a\": [\n    1\n  ]\n}\n", ExpectedResult = "0-3 Region; 1-2 Region")]
    [TestCase("c", "/* one\n   two */\n#ifdef A\nint f(void)\n{\n  return 1;\n}\n#endif\n", ExpectedResult = "0-1 Comment; 2-7 Region; 4-5 Region")]
    public string Folds(string language, string code)
    {
        using var structure = SyntaxEngine.ReadStructure(Catalogue.Find(language)!, SourceText.From(code), CancellationToken.None);
        return string.Join("; ", structure.Folds().Select(static fold => $"{fold.FirstLine}-{fold.LastLine} {fold.Kind}"));
    }

    [TestCase("javascript", "f(a + b)", 6, ExpectedResult = "b < a + b < (a + b) < f(a + b)")]
    [TestCase("javascript", "f(a + b)", 7, ExpectedResult = "b < a + b < (a + b) < f(a + b)")]
    [TestCase("sql", "select 1", 3, ExpectedResult = "select 1")]
    [TestCase("python", "", 0, ExpectedResult = "")]
    public string SpansAround(string language, string code, int offset)
    {
        var text = SourceText.From(code);
        using var structure = SyntaxEngine.ReadStructure(Catalogue.Find(language)!, text, CancellationToken.None);
        return string.Join(" < ", structure.SpansAround(offset).Select(text.ToString));
    }
}
