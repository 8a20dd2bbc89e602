namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
internal sealed class RustParserTests() : ParserTests("rust", "rustc")
{
    protected override string Mistake => "fn f() {\n    let x = ;\n}\n";

    protected override string Deep => "fn f() { let x = " + new string('(', 100_000);

    [TestCase("mod no_such_module;\n#[path = \"gone.rs\"]\nmod b;\nuse c::d;\nfn f() { undefined!('é', \"😀\" [ ]); }\n")]
    [TestCase("fn f<'a>(x: &'a str) -> impl Fn() + use<'a> { async move {}; let gen = 1; }\n")]
    [TestCase("fn f() { if let Some(x) = y && let Some(z) = x { } }\n")]
    [TestCase("#!/usr/bin/env run-cargo-script\n#![feature(no_such_feature)]\nfn main() { x() }\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) => Assert.That(await CheckAsync(code), Is.Empty);

    [TestCase("fn f() {\n    let x = ;\n}\n", "2:13-14 UC1005")]
    [TestCase("fn f() {\n    let x = (1;\n}\n", "2:13-14 UC1001")]
    [TestCase("fn f() {\r\n  let x = 1\r\n  let y = 2;\r\n}\r\n", "2:12-12 UC1004")]
    [TestCase("fn f() { let y = \"😀é\" 2; }\n", "1:24-25 UC1004")]
    [TestCase("fn f() {\n", "1:9-9 UC1001")]
    [TestCase("fn f() {\n  if x {\n    y();\n\n}\n\nfn g() { }\n", "5:1-1 UC1001")]
    [TestCase("fn f() { } }\n", "1:12-13 UC1002")]
    [TestCase("fn f() { let x = ) }\n", "1:18-19 UC1002")]
    [TestCase("fn f() { let fn = 1; }\n", "1:14-16 UC1015")]
    [TestCase("fn f() { let z = 'ab'; }\n", "1:18-22 UC1013")]
    [TestCase("fn f() { let z = \"ab; }\n", "1:18-24 UC1006")]
    [TestCase("/* ab\n\n", "1:1-6 UC1007")]
    [TestCase("fn f() { x = 0b2; }\n", "1:16-17 UC1013")]
    [TestCase("imp X { }\n", "1:5-6 UC1004")]
    [TestCase("fn f() { x++; }\n", "1:11-13 UC1019")]
    public async Task CheckAsync_Mistake_IsAtItsPlace(string code, string expected) => await AssertMistakeAsync(code, expected);

    protected override string Trace(string path) => $"const X: () = {{ std::fs::write(\"{path}\", \"x\"); }};\nfn main() {{ std::fs::write(\"{path}\", include_str!(\"/etc/passwd\")); }}\n";
}
