namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
internal sealed class GoParserTests() : ParserTests("go", "gofmt")
{
    protected override string Mistake => "package a\n\nvar x = )\n";

    protected override string Deep => "package a; var x = " + new string('(', 100_000);

    [TestCase("package a\n\nimport \"no/such/package\"\n\nfunc f[T any](x T) { undefined(x, '😀') }\n")]
    [TestCase("package a\n//line b.go:100:3\nvar x = 1\n")]
    [TestCase("package a\n  func   badly( ){  formatted( )  }")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) => Assert.That(await CheckAsync(code), Is.Empty);

    [TestCase("package a\n\nvar x = )\n", "3:9-10 UC1005")]
    [TestCase("x := 1\n", "1:1-2 UC1004")]
    [TestCase("package a\nfunc f() {\n  x := (1\n}\n", "3:10-10 UC1004")]
    [TestCase("package a\nfunc f() { é := 1 2 }\n", "2:19-20 UC1004")]
    [TestCase("package a\nvar s = \"é\", \"abc\n", "2:14-15 UC1006")]
    [TestCase("package a\nfunc f() {\n", "2:11-11 UC1001")]
    [TestCase("package a\nfunc f() {\n}\n}\n", "4:1-2 UC1002")]
    [TestCase("package a\nfunc f()\n{\n}\n", "3:1-2 UC1005")]
    [TestCase("package a\nvar x = 08\n", "2:10-11 UC1013")]
    [TestCase("package a\nvar x = 'ab'\n", "2:9-10 UC1013")]
    [TestCase("package a\n/* b\n", "2:1-2 UC1007")]
    [TestCase("package a\nvar x = []int{1,\n 2\n}\n", "3:3-3 UC1004")]
    [TestCase("package a\n//line b.go:100:3\nvar x = )\n", "3:9-10 UC1005")]
    [TestCase("package a\nfunc f() { /*line b.go:100:3*/ x = ) }\n", "2:36-37 UC1005")]
    public async Task CheckAsync_Mistake_IsAtItsPlace(string code, string expected) => await AssertMistakeAsync(code, expected);

    protected override string Trace(string path) => $"package a\n\n//go:generate touch {path}\nfunc init() {{ os.Create(\"{path}\") }}\n";
}
