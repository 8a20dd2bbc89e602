using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Languages.Toolchain.EcmaScript;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
public sealed class JavaScriptParserTests
{
    private readonly JavaScriptParser _parser = new(Scripts.Options, TimeProvider.System);

    [OneTimeSetUp]
    public void RequirePrograms()
    {
        Programs.Require("node");
        Programs.RequirePackaged("typescript");
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _parser.DisposeAsync();

    [TestCase("")]
    [TestCase("#!/usr/bin/env node\nlet a = 1;")]
    [TestCase("\uFEFF#!/usr/bin/env node\nlet a = 1;")]
    [TestCase("with (a) { b = 010; }", Description = "a script")]
    [TestCase("import a from 'a';\nawait a();\nexport default a;\n", Description = "a module")]
    [TestCase("const a = require('a');\nif (!a) return;\n", Description = "a CommonJS module")]
    [TestCase("const a = <div title=\"a\">{b}</div>;\n", Description = "JSX")]
    [TestCase("@d class A { @e() accessor #x = 1; }\n", Description = "decorators")]
    [TestCase("{ using a = b(); }\nasync function f() { await using c = d(); for (using x of y) { } }\n", Description = "explicit resource management")]
    [TestCase("import defer * as a from 'a';\nimport.defer('b');\nimport.source('c');\n", Description = "import phases")]
    [TestCase("const a = /(?i:a)b/, c = /(?<x>a)|(?<x>b)/;\n", Description = "newer regular expressions")]
    [TestCase("// @flow\nimport type { A } from 'a';\nfunction f(a: ?string, b: {| c: A |}): void { return (a: any); }\n", Description = "Flow")]
    [TestCase("throw new Error('never run');\nprocess.exit(3);\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) => Assert.That(await DescribeAsync(code), Is.Empty);

    [TestCase("const x;\n", "1:7 UC1004 [x] expected '=' and a value: a constant needs one at once")]
    [TestCase("let a = 1;\nlet a = 2;\n", "2:5 UC1019 [a] identifier 'a' has already been declared")]
    [TestCase("import a from 'a';\nlet b = ;\n", "2:9 UC1005 [;] unexpected ';'")]
    [TestCase("module.exports = a;\nreturn;\nlet b = ;\n", "3:9 UC1005 [;] unexpected ';'")]
    [TestCase("return;\n", "1:1 UC1005 [return] 'return' stands outside any function")]
    [TestCase("f(a b)\n", "1:3 UC1004 [a] expected ',' or ')' in the arguments of this call")]
    [TestCase("function f() {\n", "2:1 UC1014 [] the file ends in the middle of a construct")]
    [TestCase("let a = 'b\n", "1:9 UC1006 ['b] this string is never closed: expected \"'\"")]
    [TestCase("let a = /(/;\n", "1:9 UC1013 [/(/] invalid regular expression: unterminated group")]
    [TestCase("'use strict'; let a = 010;\n", "1:23 UC1013 [010] octal literals are not allowed in strict mode")]
    [TestCase("let if = 1;\n", "1:5 UC1005 [if] unexpected 'if'")]
    [TestCase("let a: number = 1;\n", "1:8 UC1016 [number] type annotations can only be used in TypeScript files")]
    [TestCase("const a = <b></c>;\n", "1:14 UC1009 [</c>] '</c>' does not close the open '<b>'")]
    [TestCase("f();\n<parameter name=\"a\">\ng({ h: 1 });\n", "2:1 UC1009 [<parameter] '<parameter>' opened here is never closed")]
    [TestCase("a = “b”;\n", "1:5 UC1008 [“] '“' is a typographic quote, use '\"' instead")]
    [TestCase("a = '😀é' 1;\n", "1:11 UC1005 [1] unexpected '1'")]
    [TestCase("\uFEFFa = 1 1;\r\n", "1:8 UC1005 [1] unexpected '1'")]
    [TestCase("a = 1;\r\n\tb = 2 2;\r\n", "2:8 UC1005 [2] unexpected '2'")]
    [TestCase("a = '\u2028';\rb = 1 1;", "2:7 UC1005 [1] unexpected '1'")]
    public async Task CheckAsync_Mistake_HasItsPlaceCodeAndWords(string code, string expected) =>
        Assert.That(await DescribeAsync(code), Is.EqualTo((string[])[expected]));

    [TestCase("a.mjs", "with (a) { }", false)]
    [TestCase("a.cjs", "with (a) { } return;", true)]
    [TestCase("a.cjs", "import a from 'a';", false)]
    [TestCase("a.js", "import a from 'a';", true)]
    [TestCase(null, "import a from 'a';", true)]
    public async Task CheckAsync_NameOfTheFile_DecidesWhatItMayBe(string? path, string code, bool isFine)
    {
        var findings = await _parser.CheckAsync(new ToolchainDocument(SourceText.From(code), "javascript", path), CancellationToken.None);
        Assert.That(findings, isFine ? Is.Empty : Has.Count.EqualTo(1));
    }

    [Test]
    public async Task CheckAsync_MistakeFarAlongALine_MarksTheLine()
    {
        var code = "let a;\nlet b = '" + new string('x', 2000) + "' 1;\nlet c;";
        var finding = (await _parser.CheckAsync(new ToolchainDocument(SourceText.From(code), "javascript"), CancellationToken.None))!.Single();
        Assert.That(finding.Span, Is.EqualTo(new TextSpan(7, code.Length - "\nlet c;".Length)));
    }

    [Test]
    public async Task CheckAsync_HostileText_LeavesTheWorkerUsable()
    {
        string[] texts =
        [
            new('(', 100_000), new('[', 1_000_000), string.Concat(Enumerable.Repeat("{a:", 100_000)), string.Concat(Enumerable.Repeat("a=>", 100_000)),
            "\0", "'\uD800'", "let a = `${'", new string('x', 5_000_000) + " y",
        ];
        foreach (var text in texts)
        {
            await DescribeAsync(text);
            Assert.That(await DescribeAsync("let a = 1;"), Is.Empty);
        }
    }

    [Test]
    public async Task CheckAsync_WithoutNode_IsLeftToTypeScript()
    {
        await using var parser = new JavaScriptParser(Scripts.Using("node", "no-such-program-anywhere"), TimeProvider.System);
        Assert.That(await parser.DescribeAsync(new ToolchainDocument(SourceText.From("let b = ;\n"), "javascript")), Is.EqualTo((string[])["1:9 UC1004 [;] expected an expression"]));
        Assert.That(await parser.DescribeAsync(new ToolchainDocument(SourceText.From("// @flow\nlet b: ?c = 1;\n"), "javascript")), Is.Empty);
        Assert.That((await parser.DescribeAsync(CancellationToken.None)).IsAvailable, Is.False);
    }

    [Test]
    public async Task DescribeAsync_OfNode_NamesItsVersion() =>
        Assert.That((await _parser.DescribeAsync(CancellationToken.None)).Detail, Does.Match(@"^Node\.js \d+\.\d+\.\d+ at "));

    private Task<IReadOnlyList<string>?> DescribeAsync(string code) => _parser.DescribeAsync(new ToolchainDocument(SourceText.From(code), "javascript"));
}
