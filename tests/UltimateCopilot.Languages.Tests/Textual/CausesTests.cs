using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Textual;

/// <summary>What was pasted along with code is named in place of what a parser says of it, and only where a parser stumbles.</summary>
[TestFixture]
public sealed class CausesTests
{
    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();

    [TestCase("javascript", "a();\n<<<<<<< HEAD\nb();\n", "2 UC1020", TestName = "Check_MarkerWithoutTheRest_IsNamed")]
    [TestCase("javascript", "a();\n=======\nb();\n", "2 UC1020", TestName = "Check_MiddleMarkerAlone_IsNamed")]
    [TestCase("typescript", "const a = 1;\n  12\t  const b = 2;\n  13\t  const c = 3;\nconst d = 4;\n", "2 UC1022", TestName = "Check_LineNumbersWithTabs_AreNamed")]
    [TestCase("python", "a = 1\n12 | b = 2\n13 | c = (3 +\n14 |   4)\nd = 5\n", "2 UC1022", TestName = "Check_LineNumbersWithBars_AreNamed")]
    [TestCase("java", "class A {\n12→    int b;\n13→    int c;\n}\n", "2 UC1022", TestName = "Check_LineNumbersWithArrows_AreNamed")]
    [TestCase("go", "package a\n3: import \"b\"\n4: \n5: func f() {}\n", "2 UC1022", TestName = "Check_LineNumbersWithColons_AreNamed")]
    [TestCase("python", "def f():\n@@ -1,3 +1,4 @@\n+    a = 1\n     b = 2\n-    c = 3\n    d = 4\n", "2 UC1022", TestName = "Check_DiffWithHeader_IsNamed")]
    [TestCase("ruby", "def f\n+  a = 1\n+  b = 2\nend\n+\n", "2 UC1022", TestName = "Check_DiffWithoutHeader_IsNamed")]
    [TestCase("go", "diff --git a/a.go b/a.go\nindex 1234567..89abcde 100644\n--- a/a.go\n+++ b/a.go\npackage a\n", "1 UC1022", TestName = "Check_HeaderOfADiff_IsNamed")]
    [TestCase("typescript", "const a = 1;\n</invoke>\n", "2 UC1022", TestName = "Check_TagOfATool_IsNamed")]
    [TestCase("python", "a = 1\n<parameter name=\"content\">\nb = 2\n", "2 UC1022", TestName = "Check_TagWithAttribute_IsNamed")]
    [TestCase("php", "<?php\nf();\n<|endoftext|>\n", "3 UC1022", TestName = "Check_TokenOfAModel_IsNamed")]
    [TestCase("javascript", "const a = 1;\nf(\\\"b\\\");\ng(\"c\");\n", "2 UC1023", TestName = "Check_EscapedQuotes_AreNamed")]
    [TestCase("typescript", "const a = {\n  b: 1,\n};\\n\n", "3 UC1023", TestName = "Check_EscapedLineBreak_IsNamed")]
    [TestCase("go", "package a\n\nfunc f() {\\n\\treturn 1\\n}\n", "3 UC1023", TestName = "Check_EscapedCode_IsNamed")]
    [TestCase("java", "class A {\n    // before\n    ... existing code ...\n    int b;\n}\n", "3 UC1024", TestName = "Check_LinesLeftOut_AreNamed")]
    [TestCase("javascript", "Here is the updated code:\n\n```javascript\nf();\n```\n", "1 UC1022,5 UC1021", TestName = "Check_AnswerAroundCode_IsNamed")]
    [TestCase("csharp", "Console.WriteLine(“a”);\n", "1 UC1008", TestName = "Check_TypographicQuotes_AreNamed")]
    [TestCase("python", "a\u00A0= (1\n", "1 UC1008", TestName = "Check_InvisibleCharacter_IsNamed")]
    public void Check_WhatWasPastedAlong(string language, string code, string found) => Assert.That(string.Join(',', Find(language, code)), Is.EqualTo(found));

    [TestCase("python", "a = \"\"\"\n12 | b\n13 | c\n@@ -1 +1 @@\n</invoke>\n<invoke>\n... existing code ...\n\"\"\"\n", TestName = "Check_ResidueInAString_IsFine")]
    [TestCase("javascript", "/*\n12: a\n13: b\n14: c\n+ d\n=======\nf(\\\"g\\\")\n*/\n", TestName = "Check_ResidueInAComment_IsFine")]
    [TestCase("javascript", "a\n+ b\n+ c;\n", TestName = "Check_SumOverSeveralLines_IsFine")]
    [TestCase("yaml", "1: a\n2: b\n3: c\n", TestName = "Check_NumbersAsKeys_AreFine")]
    [TestCase("shellscript", "cat <<EOF\n+ a\n- b\n<invoke name=\"c\">\n</invoke>\nEOF\necho \\\"a\\\"\n", TestName = "Check_ResidueInAHereDocument_IsFine")]
    [TestCase("xml", "<a>\n<content>\n</content>\n<parameter name=\"b\">\n</parameter>\n</a>\n", TestName = "Check_TagsOfXml_AreFine")]
    [TestCase("markdown", "- a\n- b\n\n```\n</invoke>\n<<<<<<< HEAD\n```\n\n1. c\n2. d\n", TestName = "Check_ResidueInABlockOfCode_IsFine")]
    [TestCase("css", "a { content: \"\\\"\"; }\n", TestName = "Check_EscapesInAString_AreFine")]
    public void Check_WhatIsMeant_IsFine(string language, string code) => Assert.That(Find(language, code), Is.Empty);

    [TestCase("python", "a = \"\"\"\n</content>\n\"\"\"\n", TestName = "Check_UnpairedTagInAString_IsDoubtful")]
    [TestCase("python", "a = \"\"\"\n<<<<<<< HEAD\n\"\"\"\n", TestName = "Check_MarkerInAString_IsDoubtful")]
    public void Check_WhatNoParserMinds(string language, string code) => Assert.That(Check(language, code).Single().Severity, Is.EqualTo(Severity.Warning));

    [Test]
    public void Check_MistakeFarFromACause_IsToldAsWell() =>
        Assert.That(Find("python", "a()\n</invoke>\nb()\nc()\nd()\ne()\nf = = 1\n"), Is.EqualTo((string[])["2 UC1022", "7 UC1005"]));

    [Test]
    public void Check_ManyTags_TakeTimeInProportion()
    {
        var text = SourceText.From(string.Concat(Enumerable.Repeat("</content>\n<<<<<<<\n```\n12: a\n+ b\n", 1_000)));
        foreach (var language in Catalogue.Languages)
        {
            using var layer = new FastLayer(language);
            Assert.That(layer.Check(text, null, CancellationToken.None), Is.Not.Null);
        }
    }

    private static IEnumerable<string> Find(string language, string code) =>
        Check(language, code).Select(finding => $"{SourceText.From(code).LineAt(finding.Span.Start) + 1} {finding.Code}");

    private static List<Finding> Check(string language, string code)
    {
        using var layer = new FastLayer(Catalogue.Find(language)!);
        return layer.Check(SourceText.From(code), null, CancellationToken.None);
    }
}
