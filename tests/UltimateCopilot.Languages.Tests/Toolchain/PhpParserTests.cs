namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
internal sealed class PhpParserTests() : ParserTests("php", "php")
{
    protected override string Mistake => "<?php\n$x = 1;\n$y = (2;\n";

    protected override string Deep => "<?php $x = " + new string('(', 100_000);

    [TestCase("no code at all < ?")]
    [TestCase("<?xml version=\"1.0\"?>\n<a><?= $b ?></a>\n")]
    [TestCase("<?php\ndeclare(strict_types=1);\nnamespace A\\B;\nuse C\\D;\nenum E: string { case A = 'é😀'; }\n")]
    [TestCase("<? if ($a): ?>\n<b/>\n<? endif ?>\n")]
    [TestCase("<?php if ($a) { ?>\n<b/>\n<? } ?>\n")]
    [TestCase("<?php\ninterface Stringable { }\n")]
    [TestCase("<?php\nclass A { const int X = 1; public string $x { get => 1; } public private(set) int $y; }\n")]
    [TestCase("<?php $a = new A()->b();\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) => Assert.That(await CheckAsync(code), Is.Null.Or.Empty);

    [TestCase("<?php\n$x = 1;\n$y = (2;\n", "3:8-9 UC1005")]
    [TestCase("<?php\n$é = 'é' $x;\n", "2:10-12 UC1005")]
    [TestCase("<?php\nfunction f() {\n  g();\n", "4:1-1 UC1001")]
    [TestCase("<?php\nf();\n}\n", "3:1-2 UC1002")]
    [TestCase("<?php\n$x = [1, 2);\n", "2:11-12 UC1003")]
    [TestCase("<?php\n$x = 'abc;\n$y = 1;\n", "2:7-11 UC1006")]
    [TestCase("<?php\n$x = 08;\n", "2:1-9 UC1013")]
    [TestCase("<?php\n/* a\n", "2:1-5 UC1007")]
    [TestCase("<?php\n$x = <<<A\n  a\n b\n  A;\n", "4:2-3 UC1010")]
    [TestCase("<?php\nabstract final class A { }\n", "2:1-27 UC1019")]
    [TestCase("<?php\nclass A { function f() { }\n\nfunction g() { }\n", "5:1-1 UC1001")]
    public async Task CheckAsync_Mistake_IsAtItsPlace(string code, string expected) => await AssertMistakeAsync(code, expected);

    protected override string Trace(string path) => $"<?php\nfile_put_contents('{path}', 'x');\nconst A = 1 + 1;\n#[A] function f($x = B) {{ }}\nregister_shutdown_function('touch', '{path}');\n__halt_compiler(); )))";
}
