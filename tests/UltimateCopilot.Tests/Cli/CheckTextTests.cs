using UltimateCopilot.Cli.Check;
using UltimateCopilot.Checks;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Tests.Cli;

internal sealed class CheckTextTests
{
    [Test]
    public async Task Finding_WithARelatedPlace_ShowsBoth() => await AssertShownAsync(
        "a(\n  1,\n  2\nb()\nc\n", new TextSpan(11, 11), "expected ')'", """
        dir/a.py:3:4: error UC1001: expected ')'
          1 | a(
          2 |   1,
          3 |   2
            |    ^
          4 | b()
          5 | c
          note: dir/a.py:1:2: opened here
          1 | a(
            |  ^

        """, new RelatedPlace(new TextSpan(1, 2), "opened here"));

    [Test]
    public async Task Frame_WithTabs_ShowsThemAsSpaces() => await AssertShownAsync("if x:\n\ty\t= [)\n", new TextSpan(12, 13), "m", """
        dir/a.py:2:7: error UC1001: m
          1 | if x:
          2 |     y   = [)
            |            ^

        """);

    [Test]
    public async Task Frame_WithWideAstralAndCombiningCharacters_KeepsTheCaretBelow() => await AssertShownAsync("日本 𝒳 🎉 e\u0301 )", new TextSpan(12, 13), "m", """
        dir/a.py:1:13: error UC1001: m
          1 | 日本 𝒳 🎉 é )
            |             ^

        """.Replace("é", "e\u0301", StringComparison.Ordinal));

    [Test]
    public async Task Frame_OfWideCharacters_IsMarkedInFullWidth() => await AssertShownAsync("a 日本 b", new TextSpan(2, 4), "m", """
        dir/a.py:1:3: error UC1001: m
          1 | a 日本 b
            |   ^^^^

        """);

    [TestCase("\r\n")]
    [TestCase("\r")]
    public async Task Frame_WithOtherLineEnds_ShowsLinesAlone(string end) => await AssertShownAsync($"a{end}b c{end}d{end}", new TextSpan(1 + end.Length, 2 + end.Length), "m", """
        dir/a.py:2:1: error UC1001: m
          1 | a
          2 | b c
            | ^
          3 | d

        """);

    [Test]
    public async Task Frame_AtTheEndOfTheFile_MarksThePlaceBehindIt() => await AssertShownAsync("a\nb", new TextSpan(3, 3), "m", """
        dir/a.py:2:2: error UC1001: m
          1 | a
          2 | b
            |  ^

        """);

    [Test]
    public async Task Frame_AtAnEmptyLastLine_ShowsIt() => await AssertShownAsync("a\n", new TextSpan(2, 2), "m", """
        dir/a.py:2:1: error UC1001: m
          1 | a
          2 |
            | ^

        """);

    [Test]
    public async Task Frame_OfAnEmptyFile_IsOneLine() => await AssertShownAsync(string.Empty, new TextSpan(0, 0), "m", """
        dir/a.py:1:1: error UC1001: m
          1 |
            | ^

        """);

    [Test]
    public async Task Frame_OverSeveralLines_MarksTheCodeOfEach() => await AssertShownAsync("f(a,\n   b,\n   c) + d\n", new TextSpan(1, 16), "m", """
        dir/a.py:1:2: error UC1001: m
          1 | f(a,
            |  ^^^
          2 |    b,
            |    ^^
          3 |    c) + d
            |    ^^

        """);

    [Test]
    public async Task Frame_OverManyLines_LeavesOutTheMiddle() => await AssertShownAsync("1\n2\n3\n4\n5\n6\n7\n8\n", new TextSpan(2, 15), "m", """
        dir/a.py:2:1: error UC1001: m
          1 | 1
          2 | 2
            | ^
          3 | 3
            | ^
        ... |
          8 | 8
            | ^

        """);

    [Test]
    public async Task Frame_OfALineBreak_StaysOnItsLine() => await AssertShownAsync("ab\ncd\n", new TextSpan(2, 3), "m", """
        dir/a.py:1:3: error UC1001: m
          1 | ab
            |   ^
          2 | cd

        """);

    [Test]
    public async Task Text_WithControlAndDirectionCharacters_ShowsThemByName() => await AssertShownAsync("a\u001b[31m\u202e)\0\ud800", new TextSpan(7, 8), "not \u001b[2J", """
        dir/a.py:1:8: error UC1001: not ␛[2J
          1 | a␛[31m<U+202E>)␀<U+D800>
            |               ^

        """);

    [Test]
    public async Task Frame_OfAVeryLongLine_IsCutAroundThePlace()
    {
        var text = $"short\n{new string('a', 500_000)}()){new string('b', 500_000)}\n";

        var shown = await ShowAsync(text, new TextSpan(500_008, 500_009), "m", width: 47);

        Assert.That(shown, Is.EqualTo("""
            dir/a.py:2:500003: error UC1001: m
              1 | …
              2 | …aaaaaaaaaaa())bbbbbbbbbbbbbbbbbbbbbbbbb…
                |               ^

            """.ReplaceLineEndings("\n") + "\n"));
    }

    [Test]
    public async Task Frame_OfALineThatJustFits_IsNotCut()
    {
        var shown = await ShowAsync(new string('a', 39) + ")", new TextSpan(39, 40), "m", width: 47);

        Assert.That(shown, Does.Contain(new string('a', 39) + ")\n").And.Not.Contain("…"));
    }

    [Test]
    public async Task Colours_WhenWanted_AreEscapesAroundTheSameText()
    {
        const string Source = "x = (\n";
        using var coloured = new CliFixture { ColoursWanted = true }.With("a.py", Source);

        var with = await coloured.RunAsync("check", "a.py", "--layer", "fast");
        var without = await coloured.RunAsync("check", "a.py", "--layer", "fast", "--no-color");

        Assert.That(with.Output, Does.Contain("\u001b[1;31merror UC1001\u001b[0m"));
        Assert.That(without.Output, Does.Not.Contain('\u001b').And.StartWith("a.py:1:5: error UC1001: "));
        Assert.That(System.Text.RegularExpressions.Regex.Replace(with.Output, "\u001b\\[[0-9;]*m", string.Empty), Is.EqualTo(without.Output));
    }

    [Test]
    public async Task Progress_WhenNobodyWatches_IsNotShown()
    {
        using var piped = new CliFixture { Time = new FastClock() }.With("a.py", "x = 1\n");
        using var watched = new CliFixture { Time = new FastClock(), ErrorIsTerminal = true }.With("a.py", "x = 1\n");

        Assert.That((await piped.RunAsync("check", ".", "--layer", "fast")).Error, Does.Match(@"\ANo findings in 1 file \(6 bytes, [0-9.]+ s\)\.\n\z"));
        Assert.That((await watched.RunAsync("check", ".", "--layer", "fast")).Error, Does.Match(@"\A\r\x1b\[Kfiles: 1, findings: 0, at a\.py\r\x1b\[KNo findings"));
    }

    private static async Task AssertShownAsync(string text, TextSpan span, string message, string expected, params RelatedPlace[] related) =>
        Assert.That(await ShowAsync(text, span, message, width: 120, related), Is.EqualTo(expected.ReplaceLineEndings("\n") + "\n"));

    private static async Task<string> ShowAsync(string text, TextSpan span, string message, int width, params RelatedPlace[] related)
    {
        using var writer = new StringWriter();
        await using var report = new TextReport(writer, width, colours: false);
        var finding = new Finding { Code = "UC1001", Span = span, Message = message, Related = related };
        await report.AddAsync("dir/a.py", new FileCheck("/x", "python", Layer.Fast, SourceText.From(text), [finding], 0, TimeSpan.Zero));
        return writer.ToString();
    }

    /// <summary>A second goes by whenever it is asked.</summary>
    private sealed class FastClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }
}
