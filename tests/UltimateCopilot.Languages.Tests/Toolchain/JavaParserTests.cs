namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(120_000)]
internal sealed class JavaParserTests() : ParserTests("java", "javac")
{
    protected override string Mistake => "class A {\n  int x = ;\n}\n";

    protected override string Deep => "class A { int x = " + new string('(', 100_000);

    [TestCase("package a;\nimport b.c.*;\n@interface A { int x() default 1; }\n")]
    [TestCase("record P(int x, int y) { }\nsealed interface S permits A, B { }\n")]
    [TestCase("class A { int f(Object o) { return switch (o) { case String s -> 1; default -> 2; }; } String t = \"\"\"\n  a \"b\"\n  \"\"\"; }\n")]
    [TestCase("class A { NoSuchClass x = new Undefined().nothing(1, \"😀\"); }\n")]
    [TestCase("class A { void f(Object o) { if (o instanceof P(int x, var y)) { } } }\n")]
    [TestCase("class A { int f(Object o) { return switch (o) { case String s when s.isEmpty() -> 1; default -> 2; }; } }\n")]
    [TestCase("module a { requires java.base; exports b; }\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) => Assert.That(await CheckAsync(code), Is.Null.Or.Empty);

    [TestCase("class A {\n  int x = ;\n}\n", "2:11-12 UC1005")]
    [TestCase("class A {\n  int x = 1\n}\n", "2:12-12 UC1004")]
    [TestCase("class A {\n  void f() {\n}\n", "3:2-2 UC1001")]
    [TestCase("class A { }\n}\n", "2:1-2 UC1002")]
    [TestCase("class A { String é = \"a\n; }\n", "1:22-23 UC1006")]
    [TestCase("class A { } /* a\n", "1:13-14 UC1007")]
    [TestCase("class A { char c = 'ab'; }\n", "1:20-21 UC1013")]
    [TestCase("class A { void f() { int enum = 1; } }\n", "1:26-30 UC1015")]
    [TestCase("class A { void f() { x + 1; } }\n", "1:24-25 UC1019")]
    [TestCase("class A { void f() { } else { } }\n", "1:24-28 UC1005")]
    [TestCase("class A { void f() { try { } } }\n", "1:22-25 UC1004")]
    [TestCase("class A { f() { } }\n", "1:11-12 UC1004")]
    [TestCase("void void class\n", "1:1-5 UC1005")]
    [TestCase("class A { void f() { for (int i = 0, i < 3; i++) { } } }\n", "1:39-40 UC1004")]
    public async Task CheckAsync_Mistake_IsAtItsPlace(string code, string expected) => await AssertMistakeAsync(code, expected);

    protected override string Trace(string path) =>
        "class A { static { try { new java.io.File(\"" + path + "\").createNewFile(); } catch (Exception e) { } } public static void main(String[] a) { new A(); } }\n";
}
