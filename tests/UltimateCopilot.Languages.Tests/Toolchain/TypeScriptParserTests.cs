using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Languages.Toolchain.EcmaScript;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
public sealed class TypeScriptParserTests
{
    private readonly TypeScriptParser _parser = new(Scripts.Options, TimeProvider.System);

    [OneTimeSetUp]
    public void RequireCompiler() => Programs.RequirePackaged("typescript");

    [OneTimeTearDown]
    public async Task StopAsync() => await _parser.DisposeAsync();

    [TestCase("typescript", "")]
    [TestCase("typescript", "interface A<in out T> { a: T }\nabstract class B { abstract async m(): void }\nexport type * as ns from 'x';\n")]
    [TestCase("typescript", "/// <reference types=\"no-such-types\" />\n/// <reference path=\"no-such-file.ts\" />\nimport a from 'no-such-module';\nlet b: NoSuchType = 'c' + a;\n")]
    [TestCase("typescript", "const a = <string>b;\nconst c = <T>(d: T) => d;\n")]
    [TestCase("typescriptreact", "const a = <A<string> b={c}>{d}</A>;\nconst e = <T,>(f: T) => f;\n")]
    [TestCase("javascriptreact", "const a = <div>{b} &#1f4a9;</div>;\n")]
    [TestCase("javascriptreact", "/* @flow */\nconst a = (b: ?string) => <div>{(b: any)}</div>;\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string language, string code) => Assert.That(await DescribeAsync(code, language), Is.Empty);

    [TestCase("typescript", "const a = ;\n", "1:11 UC1004 [;] expected an expression")]
    [TestCase("typescript", "let a: = 1;\n", "1:8 UC1004 [=] expected a type")]
    [TestCase("typescript", "const if = 1;\n", "1:7 UC1015 [if] 'if' is not allowed as a variable declaration name")]
    [TestCase("typescript", "function f() {\n", "2:1 UC1001 [] expected '}': a '{' before is never closed")]
    [TestCase("typescript", "let a = 1;\n}\n", "2:1 UC1002 [}] '}' closes nothing: no bracket is open here")]
    [TestCase("typescript", "/* a\n", "2:1 UC1007 [] this comment is never closed: expected '*/'")]
    [TestCase("typescript", "let a = [1 2];\n", "1:12 UC1004 [2] expected ','")]
    [TestCase("typescript", "let a = '😀é' 1;\r\n", "1:15 UC1004 [1] expected ','")]
    [TestCase("typescript", "\uFEFFlet a = 1 1;\r\n", "1:12 UC1004 [1] expected ','")]
    [TestCase("typescript", "let a = 1;\r\n\tlet b = 2 2;\r\n", "2:12 UC1004 [2] expected ','")]
    [TestCase("typescript", "let a = '\u2028';\rlet b = 1 1;\r", "2:11 UC1004 [1] expected ','")]
    [TestCase("typescriptreact", "const a = <b></c>;\n", "1:14 UC1009 [</c>] '</c>' does not close the open '<b>'")]
    [TestCase("typescriptreact", "const a = (\n  <b>\n    <c>d\n  </b>\n);\n", "4:3 UC1009 [</b>] '</b>' does not close the open '<c>' on line 3")]
    [TestCase("typescriptreact", "const a = (\n  <b e={f > 1 ? '>' : \">\"} g=\"<\">\n    <c<string> h />{i<j}{k < l}<m><></></m>\n    <n>\n  </b>\n);\n", "5:3 UC1009 [</b>] '</b>' does not close the open '<n>' on line 4")]
    [TestCase("typescriptreact", "const a = <b>\n  <c>\n    d", "3:6 UC1009 [] '<c>' opened on line 2 is never closed: expected '</c>' here")]
    [TestCase("typescriptreact", "const a = <b>\n  <>\n    d\n</b>;\n", "4:1 UC1009 [</b>] '</b>' does not close the open '<>'")]
    [TestCase("typescriptreact", "const a = <b>;\nfunction c() { return { d }; }\nlet e: f = <g>;\n", "2:16 UC1009 [return] '<b>' opened on line 1 is never closed: expected '</b>' here")]
    [TestCase("javascriptreact", "const a = <b/>;\nlet c: string;\n", "2:8 UC1016 [string] type annotations can only be used in TypeScript files")]
    public async Task CheckAsync_Mistake_HasItsPlaceCodeAndWords(string language, string code, string expected) =>
        Assert.That(await DescribeAsync(code, language), Is.EqualTo((string[])[expected]));

    [Test]
    public async Task CheckAsync_SeveralMistakes_AreAllFound() =>
        Assert.That(await DescribeAsync("let a = ;\nf();\nf();\nlet b = ;\n", "typescript"), Has.Count.EqualTo(2));

    [TestCase("x.d.ts")]
    [TestCase("x.mts")]
    [TestCase("file:///c/x.cts")]
    [TestCase("untitled:1")]
    public async Task CheckAsync_NameOfTheFile_IsOfNoHarm(string path) =>
        Assert.That(await _parser.CheckAsync(new ToolchainDocument(SourceText.From("export declare const a: string;\n"), "typescript", path), CancellationToken.None), Is.Empty);

    [Test]
    public async Task CheckAsync_HostileText_HasAVerdictOrNone()
    {
        await using var parser = new TypeScriptParser(Scripts.Strict, TimeProvider.System);
        string[] texts = [new('(', 100_000), new('[', 1_000_000), string.Concat(Enumerable.Repeat("[ ;", 100_000)), "\0", "'\uD800'", new string('x', 5_000_000) + " y"];
        foreach (var text in texts)
        {
            await parser.CheckAsync(new ToolchainDocument(SourceText.From(text), "typescript"), CancellationToken.None);
        }

        Assert.That(await DescribeAsync("let a = 1;", "typescript"), Is.Empty);
    }

    [Test]
    public async Task DescribeAsync_OfTheCompiler_NamesItsVersionAndPlace()
    {
        var status = await _parser.DescribeAsync(CancellationToken.None);
        Assert.That(status.IsAvailable);
        Assert.That(status.Detail, Does.Match(@"^TypeScript \d+\.\d+.* at .*tsc"));
    }

    [Test]
    public async Task DescribeAsync_AbsentCompiler_SaysWhatToDo()
    {
        await using var parser = new TypeScriptParser(Scripts.Using("typescript", "no-such-program-anywhere"), TimeProvider.System);
        Assert.That((await parser.DescribeAsync(CancellationToken.None)).Detail, Does.Contain("ultimateCopilot.toolchain.programs"));
        Assert.That(await parser.CheckAsync(new ToolchainDocument(SourceText.From("let a = ;"), "typescript"), CancellationToken.None), Is.Null);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task DescribeAsync_CompilerOfTheWorkspace_GoesBeforeThePackagedOne()
    {
        var workspace = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
            var architecture = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
            var folder = Directory.CreateDirectory(Path.Combine(workspace, "node_modules", "@typescript", $"typescript-{system}-{architecture}", "lib")).FullName;
            File.CreateSymbolicLink(Path.Combine(folder, "tsc"), PackagedTools.PathOf("typescript", "tsc"));
            await using var parser = new TypeScriptParser(Scripts.Options with { Folders = [workspace] }, TimeProvider.System);
            Assert.That((await parser.DescribeAsync(CancellationToken.None)).Detail, Does.Contain(folder));
            Assert.That(await parser.DescribeAsync(new ToolchainDocument(SourceText.From("let a = ;"), "typescript")), Has.Count.EqualTo(1));
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private Task<IReadOnlyList<string>?> DescribeAsync(string code, string language) => _parser.DescribeAsync(new ToolchainDocument(SourceText.From(code), language));
}
