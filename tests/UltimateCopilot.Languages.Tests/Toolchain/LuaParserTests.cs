namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
internal sealed class LuaParserTests() : ParserTests("lua", "lua5.4", "lua5.5")
{
    protected override string Mistake => "local x = 1\nlocal y = (2\nlocal z = 3\n";

    protected override string Deep => "x = " + new string('(', 100_000);

    [TestCase("#!/usr/bin/lua -i\nerror('never')\n")]
    [TestCase("local x <const> = 7 // 2 & 3\ngoto done\n::done::\nprint('é😀')\n")]
    [TestCase("x = [==[\n]]\n]==]\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) => Assert.That(await CheckAsync(code), Is.Empty);

    [TestCase("local x = 1\nlocal y = (2\nlocal z = 3\n", "3:1-6 UC1001")]
    [TestCase("if x then\n  y()\n", "3:1-1 UC1014")]
    [TestCase("x = 'é' y\n", "2:1-1 UC1014")]
    [TestCase("for i = 1, 2 do\nend\nend\n", "3:1-4 UC1005")]
    [TestCase("x = 1)\n", "1:6-7 UC1005")]
    [TestCase("local s = \"abc\n", "1:11-15 UC1006")]
    [TestCase("x = [==[ ab\n\n", "1:8-9 UC1006")]
    [TestCase("--[[ ab\n\n", "1:1-4 UC1007")]
    [TestCase("x = 1x\n", "1:5-7 UC1013")]
    [TestCase("é = 1\n", "1:1-2 UC1008")]
    [TestCase("x = \n", "2:1-1 UC1014")]
    [TestCase("x = { 1, 2\n", "2:1-1 UC1001")]
    [TestCase("break\n", "2:1-1 UC1019")]
    public async Task CheckAsync_Mistake_IsAtItsPlace(string code, string expected) => await AssertMistakeAsync(code, expected);

    [Test]
    public async Task CheckAsync_CompiledCode_HasNoVerdict() => Assert.That(await CheckAsync("\u001BLuaS"), Is.Null);

    protected override string Trace(string path) => $"#!/usr/bin/lua\nlocal f <close> = io.open('{path}', 'w')\nos.execute('touch {path}')\n";
}
