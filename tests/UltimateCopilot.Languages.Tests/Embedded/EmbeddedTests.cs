using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Tests.Checking;
using UltimateCopilot.Languages.Tests.Explain;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Embedded;

/// <summary>Code of other languages within HTML and Markdown: what is found in it, where, and what is left alone.</summary>
[TestFixture]
[CancelAfter(120_000)]
public sealed class EmbeddedTests
{
    private readonly SyntaxEngine _engine = new(TimeProvider.System);

    [OneTimeTearDown]
    public async Task StopAsync() => await _engine.DisposeAsync();

    [TestCase("html", "<p>a</p>\n<script>\n  f([1);\n</script>\n", "3:6 UC1001")]
    [TestCase("html", "<p>a</p>\r\n<script type=module>\r\n  f(\r\n    [1;\r\n</script>\r\n", "4:7 UC1001")]
    [TestCase("html", "<script>f()</script>\n<script>f([1)</script>", "2:12 UC1001")]
    [TestCase("html", "<script type=\"application/json\">{\"a\": 1 \"b\": 2}</script>", "1:39 UC1004")]
    [TestCase("html", "<script lang=\"ts\">let a: string[ = 1;</script>", "1:37 UC1001")]
    [TestCase("html", "\uFEFF<style>\r\np { color: red\r\n</style>", "2:14 UC1001")]
    [TestCase("html", "<script><!-- hide\nf([1);\n//--></script>", "2:4 UC1001")]
    [TestCase("html", "<script>a = {{ b }}; f([1);</script>", "1:25 UC1001", TestName = "Check_BesideAValueOfATemplate_IsChecked")]
    [TestCase("markdown", "---\r\na: \"b\r\n---\r\n", "2:4 UC1006")]
    [TestCase("markdown", "+++\na = [1\n+++\n", "2:6 UC1001")]
    [TestCase("markdown", "~~~~ js\nf([1);\n~~~~\n", "2:4 UC1001")]
    [TestCase("markdown", "# 😀\r\n\r\n- a\r\n\r\n  ```js\r\n  f(\r\n    [1)\r\n  );\r\n  ```\r\n", "7:7 UC1003")]
    [TestCase("markdown", "1. a\n   - b\n\n     ```python\n     if a:\n         b([1)\n     ```\n", "6:13 UC1001")]
    [TestCase("markdown", "> - a\n>\n>   ```{.json #b}\n>   {\"a\": 1 \"b\": 2}\n>   ```\n", "4:11 UC1004")]
    [TestCase("markdown", "  ```js\n  f([1);\n  ```\n", "2:6 UC1001")]
    [TestCase("markdown", "```html\n<p>a</p>\n<script>\n  f([1);\n</script>\n```\n", "4:6 UC1001", TestName = "Check_ScriptWithinABlockOfHtml_IsChecked")]
    [TestCase("markdown", "a\n\n```js\nf()\n", "3:1 UC1014")]
    public void Check_MistakeInAPiece_IsFoundAtItsPlaceInTheDocument(string language, string code, string place)
    {
        var text = SourceText.From(code);
        var finding = MistakeBook.Full(language, text).Single();
        var start = text.PositionAt(finding.Span.Start);
        Assert.That($"{start.Line + 1}:{start.Column + 1} {finding.Code}", Is.EqualTo(place), finding.Message);
    }

    [Test]
    public void Check_MistakeInAPiece_NamesTheLineAndTheOpenerInTheDocument()
    {
        var text = SourceText.From("# a\n\n> ```js\n> f(\n>   1,\n>   2;\n> g();\n> ```\n");
        var finding = MistakeBook.Full("markdown", text).Single();
        Assert.That(finding.Message, Does.Contain("on line 4"));
        Assert.That(text.ToString(finding.Related.Single().Span), Is.EqualTo("("));
        Assert.That(text.LineAt(finding.Related.Single().Span.Start), Is.EqualTo(3));
    }

    [TestCase("html", "<script type=\"text/template\"><div>{{ a </script><script type=\"x-shader/x-vertex\">f([1</script>")]
    [TestCase("html", "<script type=text/x-handlebars>(</script><style lang=less>(</style><style type=text/less>(</style>")]
    [TestCase("html", "<script>{% if a %}f({% else %}g({% endif %}1);</script>")]
    [TestCase("html", "<script><?php if ($a): ?>f(<?php endif ?></script>")]
    [TestCase("html", "<script>var a = <%= b.to_json %>;\nvar c = {{ d|tojson }};\nvar e = \"{{ f }}\";</script>")]
    [TestCase("html", "<script type=application/json>{\"a\": {{ b }}, \"c\": \"{{ d }}\"}</script><style>p { color: {{ c }}; }</style>")]
    [TestCase("html", "<script>@SCRIPT</script><script type=application/json>__STATE__</script>")]
    [TestCase("html", "<script>//<![CDATA[\nf(1 < 2);\n//]]></script><style><!--\np { }\n--></style>")]
    [TestCase("html", "<script>\nf();\n<!-- a b -->\n  --> c\n</script>", TestName = "Check_LinesLikeCommentsOfHtml_AreComments")]
    [TestCase("html", "<script src=\"a.js\"></script><style></style><script>\n</script>")]
    [TestCase("html", "<p onclick=\"f([1)\" style=\"color: (\">a</p>", TestName = "Check_AttributesWithCode_AreLeftAlone")]
    [TestCase("markdown", "```js\nf({ ... );\n```\n\n```js\nf([1); // SyntaxError: a bracket is missing\n```\n")]
    [TestCase("markdown", "```json\n\"a\": 1,\n\"b\": [2]\n```\n\n```json\n{ \"a\": 1, // b\n}\n```\n")]
    [TestCase("markdown", "```sh\n$ echo \"a\n```\n\n```text\nf([1)\n```\n\n```\nf([1)\n```\n\n    f([1)\n")]
    [TestCase("markdown", "```python\n>>> f([1)\n```\n\n```js title=\"wrong\"\nf([1);\n```\n\n```diff\n- f([1)\n```\n")]
    [TestCase("markdown", "```yaml\nname: <your name>\nlist: [<a>, \"b]\n```\n")]
    [TestCase("markdown", "```js\nfunction f() {\n```\n\n```js\n}\n```\n", TestName = "Check_CodeThatIsCut_IsLeftAlone")]
    [TestCase("markdown", "```md\n```js\nf([1);\n```\n")]
    [TestCase("markdown", "```text\n<<<<<<< a\n=======\n>>>>>>> b\n```\n", TestName = "Check_ConflictMarkersInABlock_AreShownOnPurpose")]
    [TestCase("markdown", "- a\n  ```js\n  f();\n\nb\n", TestName = "Check_BlockThatTheEndOfAListCloses_IsFine")]
    [TestCase("markdown", "a | b\n--|--\n1 | 2 | ` [ ( <\n\n<div>\n")]
    [TestCase("markdown", "a\n\n---\nb: \"c\n---\n", TestName = "Check_RulesFurtherDown_AreNoFrontMatter")]
    public void Check_WhatIsNoMistake_IsLeftAlone(string language, string code)
    {
        var text = SourceText.From(code);
        Assert.That(MistakeBook.Full(language, text).Select(finding => $"{text.PositionAt(finding.Span.Start)} {finding.Code} {finding.Message}"), Is.Empty);
    }

    [TestCase("markdown", "```js\nf([1);\n```\n", Severity.Warning)]
    [TestCase("markdown", "---\na: [\n---\n", Severity.Error)]
    [TestCase("html", "<script>f([1);</script>", Severity.Error)]
    public void Check_MistakeInAPiece_IsAsSevereAsThePieceIsSure(string language, string code, Severity severity) =>
        Assert.That(MistakeBook.Full(language, SourceText.From(code)).Single().Severity, Is.EqualTo(severity));

    [Test]
    public async Task Check_LinesAddedAbove_CarryPlaceAndLineNumberAlong()
    {
        using var typist = Open("html", "<p>a</p>\n<script>\nf(\n  1;\ng();\n</script>\n");
        var before = (await typist.CheckAsync())[^1].Findings.Single();
        Assume.That(before.Message, Does.Contain("on line 3"));
        foreach (var report in await typist.Replace("<p>", "<p>\n\n").CheckAsync())
        {
            var finding = report.Findings.Single();
            Assert.That(finding.Message, Does.Contain("on line 5"), $"{report.Layer}");
            Assert.That(typist.Text.LineAt(finding.Related[0].Span.Start), Is.EqualTo(4));
        }
    }

    [Test]
    public async Task Check_MistakeInAPiece_DoesNotBlinkWhileTypingElsewhereAndGoesWhenMended()
    {
        using var typist = Open("markdown", "# a\n\n```js\nf([1);\n```\n\nb\n");
        await typist.CheckAsync();
        foreach (var report in await typist.Replace("b\n", "bb\n").CheckAsync())
        {
            Assert.That(report.Findings, Has.Count.EqualTo(1), $"{report.Layer}");
        }

        Assert.That((await typist.Replace("[1)", "[1])").CheckAsync())[^1].Findings, Is.Empty);
        Assert.That((await typist.Replace("js", "text").Replace("[1])", "[1)").CheckAsync())[^1].Findings, Is.Empty);
        Assert.That((await typist.Replace("text", "js").CheckAsync())[^1].Findings, Has.Count.EqualTo(1), "another language by a change of its name alone");
    }

    [Test]
    public async Task Check_ConflictMarkersInABlock_DoNotFlashUpWhenTheFileIsOpened()
    {
        using var typist = Open("markdown", "```text\n<<<<<<< a\n=======\n>>>>>>> b\n```\n");
        Assert.That((await typist.CheckAsync()).SelectMany(static report => report.Findings), Is.Empty);
        Assert.That((await typist.Replace("a\n", "aa\n").CheckAsync()).SelectMany(static report => report.Findings), Is.Empty);
    }

    [Test]
    public async Task Check_Switch_WorksFromTheNextCheckOn()
    {
        await using var engine = new SyntaxEngine(TimeProvider.System);
        using var typist = new Typist(engine.Open(engine.Catalogue.Find("html")!), "<script>f([1);</script>");
        Assert.That((await typist.CheckAsync())[^1].Findings, Has.Count.EqualTo(1));
        engine.ChecksEmbedded = false;
        Assert.That((await typist.Replace("f(", "g(").CheckAsync())[^1].Findings, Is.Empty);
        engine.ChecksEmbedded = true;
        Assert.That((await typist.Replace("g(", "f(").CheckAsync())[^1].Findings, Has.Count.EqualTo(1));
    }

    [Test]
    public void Check_ManyBlocks_AnswersInTime()
    {
        var text = SourceText.From(string.Concat(Enumerable.Repeat("```js\nf();\n```\n\n", 50_000)));
        Assert.That(MistakeBook.Full("markdown", text), Is.Empty);
    }

    [TestCase("html", "<script>", "f([1);\n", 700_000)]
    [TestCase("html", "<script>", "{{ a }}{", 300_000)]
    [TestCase("html", "<style>", "a{b:c}", 150_000)]
    [TestCase("html", "<script>", "-->", 300_000)]
    [TestCase("markdown", "```js\n", "f([1);\n", 100_000)]
    [TestCase("markdown", "", "```js\n> ", 20_000)]
    [TestCase("markdown", "---\n", "a: [", 50_000)]
    public void Check_HostileInput_AnswersInTime(string language, string start, string piece, int times)
    {
        var text = SourceText.From(start + string.Concat(Enumerable.Repeat(piece, times)));
        Assert.That(MistakeBook.Full(language, text).Select(static finding => finding.Span.End), Is.All.LessThanOrEqualTo(text.Length));
    }

    private Typist Open(string language, string code) => new(_engine.Open(_engine.Catalogue.Find(language)!), code);
}
