using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Toolchain;
using UltimateCopilot.Languages.Toolchain.Sass;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
public sealed class SassParserTests
{
    private SassParser _parser = null!;

    [OneTimeSetUp]
    public void FindPackage()
    {
        Programs.Require("node");
        var folder = Programs.FolderWith(Path.Combine("node_modules", "sass"));
        if (folder is null)
        {
            Assert.Ignore("the repository's packages are not installed");
        }

        _parser = new SassParser(Scripts.Options with { Folders = [folder] }, TimeProvider.System);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_parser is not null)
        {
            await _parser.DisposeAsync();
        }
    }

    [TestCase("")]
    [TestCase("\uFEFF@charset \"utf-8\";\n@use \"sass:math\" as m;\n.a { width: m.div(1px, 2) }\n")]
    [TestCase("@use \"no-such-file\" with ($a: 1);\n@forward \"no-such-file\" show b;\n@import \"no-such-file\";\n", Description = "other files are not looked for")]
    [TestCase(".a { @extend %nope; @include nope; color: $nope; width: nope(1) + 1px + 1em; }\n", Description = "nothing is evaluated")]
    [TestCase("@while true { }\n@error \"never\";\n")]
    [TestCase("@mixin a($b...) { @content; }\n@keyframes c { from { d: e } 50.5% { f: g } }\n.h { #{$i}-j: { k: l; } &:hover { m: n } }\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) => Assert.That(await DescribeAsync(code), Is.Empty);

    [TestCase(".a {\n  color: red\n  width: 1px;\n}\n", "3:8 UC1004 [:] expected ';'")]
    [TestCase(".a { color: red;\n", "1:17 UC1001 [] expected '}': a '{' before is never closed")]
    [TestCase(".a { color: red; }\r\n}\r\n", "2:1 UC1002 [}] '}' closes nothing: no bracket is open here")]
    [TestCase(".a { content: \"b; }\n", "1:20 UC1006 [] this string is never closed: expected '\"'")]
    [TestCase(".a { content: \"😀é\"; } }\n", "1:24 UC1002 [}] '}' closes nothing: no bracket is open here")]
    [TestCase("\uFEFF.a { width: 1px+; }\n", "1:18 UC1004 [;] expected a value")]
    [TestCase("@else { }\n", "1:1 UC1005 [@] '@' is not allowed here")]
    [TestCase(".a { }\n@use \"b\";\n", "2:1 UC1019 [@] @use rules must be written before any other rules")]
    [TestCase("/* a\n", "1:5 UC1014 [] the file ends in the middle of a construct")]
    public async Task CheckAsync_Mistake_HasItsPlaceCodeAndWords(string code, string expected) =>
        Assert.That(await DescribeAsync(code), Is.EqualTo((string[])[expected]));

    [Test]
    public async Task CheckAsync_HostileText_LeavesTheWorkerUsable()
    {
        foreach (var text in (string[])[new('{', 100_000), "$a: " + new string('(', 100_000), "\0", "\uD800", new string('x', 5_000_000)])
        {
            await DescribeAsync(text);
            Assert.That(await DescribeAsync(".a { b: c }"), Is.Empty);
        }
    }

    [Test]
    public async Task DescribeAsync_OfThePackage_NamesItsVersionAndPlace() =>
        Assert.That((await _parser.DescribeAsync(CancellationToken.None)).Detail, Does.Match(@"^Sass \d+\.\d+\.\d+ at .*sass"));

    [Test]
    public async Task DescribeAsync_NoPackage_SaysWhatToDo()
    {
        await using var parser = new SassParser(Scripts.Using("sass", "no-such-program-anywhere"), TimeProvider.System);
        Assert.That((await parser.DescribeAsync(CancellationToken.None)).Detail, Does.Contain("npm install sass"));
        Assert.That(await parser.CheckAsync(new ToolchainDocument(SourceText.From("{"), "scss"), CancellationToken.None), Is.Null);
    }

    private Task<IReadOnlyList<string>?> DescribeAsync(string code) => _parser.DescribeAsync(new ToolchainDocument(SourceText.From(code), "scss"));
}
