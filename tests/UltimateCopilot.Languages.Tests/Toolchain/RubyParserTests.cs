namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
[CancelAfter(60_000)]
internal sealed class RubyParserTests() : ParserTests("ruby", "ruby")
{
    protected override string Mistake => "x = 1\ny = (\nend\n";

    protected override string Deep => "x = " + new string('[', 100_000);

    [TestCase("require 'no/such/file'\nraise 'never'\n")]
    [TestCase("def f(*, **nil, &b) = g(&b)\ncase x\nin {a: Integer => n, **} then n\nend\n")]
    [TestCase("x = <<~A + <<-'B'\n  a #{1 + \"😀\".size}\nA\n  b\n  B\n")]
    [TestCase("puts 1\n__END__\n) not ruby (\n")]
    [TestCase("def f(*) = g(*)\n")]
    [TestCase("break if true\nyield\n")]
    public async Task CheckAsync_ValidCode_HasNoFinding(string code) => Assert.That(await CheckAsync(code), Is.Null.Or.Empty);

    [TestCase("f(1\n", "1:4-4 UC1001")]
    [TestCase("def f\n  if x\nend\n", "3:4-4 UC1014")]
    [TestCase("class A\nend\nend\n", "3:1-4 UC1005")]
    [TestCase("def f\n  g(1\nend\n", "3:1-4 UC1001")]
    [TestCase("x = 'é', )\n", "1:10-11 UC1002")]
    [TestCase("x = 1)\n", "1:6-7 UC1002")]
    [TestCase("x = 'a\n", "1:7-7 UC1006")]
    [TestCase("x = <<~A\n a\n", "1:8-9 UC1006")]
    [TestCase("=begin\na\n", "2:1-2 UC1007")]
    [TestCase("x = 08\n", "1:5-7 UC1013")]
    [TestCase("h = { a: 1, b 2 }\n", "1:15-16 UC1005")]
    [TestCase("class a; end\n", "1:7-8 UC1019")]
    [TestCase("x = 1\nelse\n", "2:1-5 UC1005")]
    [TestCase("x = /(/\n", "1:1-8 UC1013")]
    [TestCase("# encoding: us-ascii\nx = 'é'\n", "2:1-8 UC1008")]
    public async Task CheckAsync_Mistake_IsAtItsPlace(string code, string expected)
    {
        var version = (await Parser.DescribeAsync(CancellationToken.None)).Detail;
        Assume.That(version, Does.Match(@"^Ruby (2\.|3\.[0-3])"), "Prism recovers in its own way");
        await AssertMistakeAsync(code, expected);
    }

    protected override string Trace(string path) => $"BEGIN {{ File.write('{path}', 'x') }}\nFile.write('{path}', 'x')\nEND {{ File.write('{path}', 'x') }}\n`touch {path}`\n";
}
