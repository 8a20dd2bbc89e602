using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
[Platform(Exclude = "Win")]
internal sealed class BashParserTests() : ParserTests("shellscript", "bash")
{
    protected override string Mistake => "echo 1\nif true; then\n  echo 2\ndone\n";

    protected override string Deep => string.Concat(Enumerable.Repeat("{ ", 100_000));

    [TestCase("#!/bin/sh\nno-such-program \"é😀\" | cat\n")]
    [TestCase("#!/usr/bin/env -S LANG=C bash -e\ncase $x in !(a|b)) echo;; esac\n")]
    [TestCase("if true\r\nthen\r\n  echo\r\nfi\r\n")]
    [TestCase("cat <<-'EOF'\n\t$(if\n\tEOF\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) => Assert.That(await CheckAsync(code), Is.Empty);

    [TestCase("#!/bin/zsh\nfor i ( a b ) { echo }\n", null)]
    [TestCase("#!/usr/bin/env fish\nif true\nend\n", null)]
    [TestCase("#compdef foo\n(( $+commands[foo] )) || )\n", null)]
    [TestCase("@test \"a\" {\n  run b\n}\n", null)]
    [TestCase("for i ( a b ) { echo }\n", "a.zsh")]
    [TestCase("#!/usr/bin/perl\nif (1) { }\n", null)]
    [TestCase("#!/bin/ksh\nfor i in a; { echo; }; namespace b { x=( }\n", null)]
    public async Task CheckAsync_CodeForAnotherShell_HasNoVerdict(string code, string? path) => Assert.That(await CheckAsync(code, path), Is.Null);

    [TestCase("echo 1\nif true; then\n  echo 2\ndone\n", "4:1-5 UC1005")]
    [TestCase("if true; then\n  echo 2\n", "3:1-1 UC1014")]
    [TestCase("f() {\n  echo \"é\n}\n", "2:8-9 UC1006")]
    [TestCase("x=$(echo\n", "2:1-1 UC1001")]
    [TestCase("x=(1 2\n", "1:3-4 UC1001")]
    [TestCase("echo ${x\n", "1:7-8 UC1001")]
    [TestCase("echo )\n", "1:6-7 UC1002")]
    [TestCase("cat <<EOF\n a\n", "1:7-10 UC1006")]
    [TestCase("for x in a b; do\n  echo $x\n}\n", "3:1-2 UC1002")]
    [TestCase("if [ $a ] then echo; fi\n", "1:22-24 UC1005")]
    [TestCase("[[ a b c ]]\n", "1:1-12 UC1004")]
    [TestCase("f() \n\n", "3:1-1 UC1014")]
    public async Task CheckAsync_Mistake_IsAtItsPlace(string code, string expected) => await AssertMistakeAsync(code, expected);

    [Test]
    public async Task CheckAsync_UnclosedHereDocument_IsAWarning() =>
        Assert.That((await CheckAsync("cat <<EOF\n a\n"))!.Single().Severity, Is.EqualTo(Severity.Warning));

    protected override string Trace(string path) => $"touch {path}\n$(touch {path})\nset +n\n`touch {path}`\nx[$(touch {path})]=1\necho $((x[`touch {path}`]))\ntrap 'touch {path}' EXIT\n";
}
