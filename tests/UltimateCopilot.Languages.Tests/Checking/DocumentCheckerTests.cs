using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Exact;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Tests.Toolchain;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Checking;

[TestFixture]
[CancelAfter(60_000)]
public sealed class DocumentCheckerTests
{
    private readonly SyntaxEngine _engine = new(TimeProvider.System);

    [OneTimeTearDown]
    public async Task StopAsync() => await _engine.DisposeAsync();

    [TestCase("csharp", "class A { }", Layer.Exact, "Fast Exact")]
    [TestCase("csharp", "class A {", Layer.Exact, "Fast Exact")]
    [TestCase("csharp", "class A {", Layer.Fast, "Fast")]
    [TestCase("json", "[1", Layer.Exact, "Exact")]
    [TestCase("json", "[1", Layer.Fast, "Fast")]
    [TestCase("css", "a {", Layer.Toolchain, "Exact")]
    [TestCase("scss", "a {", Layer.Exact, "Exact")]
    [TestCase("scss", "a {", Layer.Fast, "Fast")]
    [TestCase("javascript", "f(", Layer.Toolchain, "Fast")]
    [TestCase("python", "f(", Layer.Exact, "Fast")]
    [TestCase("python", "f(", Layer.Toolchain, "Fast Toolchain")]
    [TestCase("python", "f()", Layer.Toolchain, "Fast Toolchain")]
    public async Task CheckAsync_FirstText_ReportsLayerByLayerAndTheLastIsFinal(string language, string code, Layer deepest, string layers)
    {
        if (layers.Contains("Toolchain", StringComparison.Ordinal))
        {
            Scripts.Require();
            await _engine.AllowToolchains(Scripts.Options);
        }

        using var typist = Open(language, code);
        var reports = await typist.CheckAsync(deepest);
        Assert.That(string.Join(' ', reports.Select(static report => report.Layer)), Is.EqualTo(layers));
        AssertLastAloneIsFinal(reports);
    }

    [TestCase("csharp", "class A\n{\n    void B()\n    {\n        C();\n    }\n}\n")]
    [TestCase("json", "{\n  \"a\": [1, 2],\n  \"b\": {}\n}\n")]
    [TestCase("jsonc", "{\n  \"a\": [1, 2], // b\n  \"b\": {},\n}\n")]
    [TestCase("yaml", "a:\n  b: [1, 2]\n  c: 'd'\n")]
    [TestCase("xml", "<a>\n  <b c='d'/>\n</a>\n")]
    [TestCase("css", "a {\n  b: c('d', 1px);\n}\n\n@media (e: f) {\n  g:hover { h: i; }\n}\n")]
    [TestCase("dockerfile", "FROM a AS b\nENV c=\"d\" \\\n  e=f\nRUN <<G\nh\nG\nCMD [\"i\"]\n")]
    [TestCase("toml", "[a]\nb = ['c', 1]\nd.e = { f = \"g\" }\n")]
    [TestCase("scss", "$a: (b: 1, c: 2);\nd {\n  @include e($a) { f: #{$g}; }\n  &:h { i: j; }\n}\n")]
    [TestCase("javascript", "function a(b) {\n  return [b, { c: 1 }];\n}\n")]
    [TestCase("typescript", "function a(b: string[]) {\n  return [b, { c: 1 }];\n}\n")]
    [TestCase("typescriptreact", "const a = (b: string) => (\n  <p c={b}>d</p>\n);\n")]
    [TestCase("python", "def a(b):\n    if b:\n        return [b, {'c': 1}]\n")]
    public async Task CheckAsync_EveryUnitDeletedAndPutBack_SaysWhatItSaysFromScratch(string language, string code)
    {
        foreach (TimeSpan? pause in new TimeSpan?[] { null, TimeSpan.Zero })
        {
            using var typist = Open(language, code, pause);
            Assert.That((await typist.CheckAsync())[^1].Findings, Is.Empty, "sound at first");
            for (var at = 0; at < code.Length; at++)
            {
                typist.Replace(code, code.Remove(at, 1));
                var reports = await typist.CheckAsync();
                AssertLastAloneIsFinal(reports);
                using var anew = Open(language, typist.Text.ToString());
                Assert.That(Brief(reports[^1]), Is.EqualTo(Brief((await anew.CheckAsync())[^1])), $"without unit {at}");
                typist.Replace(typist.Text.ToString(), code);
                Assert.That((await typist.CheckAsync())[^1].Findings, Is.Empty, "nothing stale survives a mend");
            }
        }
    }

    [TestCase("javascript", "Fast")]
    [TestCase("csharp", "Fast Exact", Description = "a short text")]
    [TestCase("json", "Exact")]
    [TestCase("css", "Exact")]
    public async Task CheckAsync_TheNextKeyComesBeforeThePause_EndsWithoutTheSlowLayers(string language, string layers)
    {
        using var typed = new CancellationTokenSource();
        using var typist = Open(language, "/*\n*/\n", Timeout.InfiniteTimeSpan);
        await typist.CheckAsync();
        var reports = typist.Replace("*/\n", "*/ {").CheckAsync(cancellation: typed.Token);
        await Task.Delay(50);
        Assert.That(reports.IsCompleted, Is.False, "waits for the pause");
        await typed.CancelAsync();
        Assert.That(string.Join(' ', (await reports).Select(static report => report.Layer)), Is.EqualTo(layers));
    }

    [Test]
    public async Task CheckAsync_CallsThatWereCancelled_KeepTheirEdits()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var typist = Open("javascript", "f(1);\ng(2);\n");
        await typist.CheckAsync();
        foreach (var (what, with) in new[] { ("1", "(1"), ("2", "[2"), ("f", "\n\nf"), ("(1)", "(1))"), ("[2", "[2]") })
        {
            typist.Replace(what, with);
            Assert.That(async () => await typist.CheckAsync(cancellation: cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That((await typist.CheckAsync())[^1].Findings, Is.Empty);
        typist.Replace("2]", "2");
        using var anew = Open("javascript", typist.Text.ToString());
        Assert.That(Brief((await typist.CheckAsync())[^1]), Is.EqualTo(Brief((await anew.CheckAsync())[^1])));
    }

    [Test]
    public async Task CheckAsync_FirstCallCancelled_TheNextOneIsRight()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var typist = Open("csharp", "class A {\n");
        Assert.That(async () => await typist.CheckAsync(cancellation: cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        typist.Replace("{\n", "{\n}\n");
        Assert.That((await typist.CheckAsync())[^1].Findings, Is.Empty);
    }

    [Test]
    public async Task CheckAsync_MistakeThatOnlyTheExactLayerSees_IsNeitherKeptNorDroppedByGuess()
    {
        const string Declared = " xmlns:x=\"u\"";
        using var typist = Open("xml", $"<a{Declared}>\n\n<x:b/>\n<c/>\n</a>\n");
        await typist.CheckAsync();
        Assert.That((await typist.Replace(Declared, string.Empty).CheckAsync())[^1].Findings, Has.Count.EqualTo(1), "on another line than the edit");
        foreach (var report in await typist.Replace("<c/>", "<cc/>").CheckAsync())
        {
            Assert.That(report.Findings, Has.Count.EqualTo(1), $"kept: {report.Layer}");
        }

        foreach (var report in await typist.Replace("<a>", $"<a{Declared}>").CheckAsync())
        {
            Assert.That(report.Findings, Is.Empty, $"mended: {report.Layer}");
        }
    }

    [Test]
    public async Task CheckAsync_WhatTheExactLayerAccepts_DoesNotBlinkWhileTypingElsewhere()
    {
        // Valid C# that the grammar does not know.
        using var typist = Open("csharp", "#if A\nclass B {\n#else\nclass C {\n#endif\n}\n\nclass D\n{\n    int E;\n}\n");
        var first = await typist.CheckAsync();
        Assume.That(first[0].Findings, Is.Not.Empty, "the grammar errs");
        Assert.That(first[^1].Findings, Is.Empty);
        foreach (var report in await typist.Replace("int E;", "int E, F;").CheckAsync())
        {
            Assert.That(report.Findings, Is.Empty, $"{report.Layer}");
        }
    }

    [Test]
    public async Task CheckAsync_WhatTheToolchainSaysOtherwiseThanTheExactLayer_DoesNotBlinkWhileTypingElsewhere()
    {
        // The toolchain takes "x" for a value, and no key but "a".
        var toolchain = new ScriptedToolchain(static text => text.Contains("\"b\"", StringComparison.Ordinal) ? ["\"b\""] : []);
        var language = _engine.Catalogue.Find("json")! with { Toolchain = "scripted" };
        await using var toolchains = new Toolchains(Scripts.Options, TimeProvider.System, [KeyValuePair.Create<string, IToolchainParser>("scripted", toolchain)]);
        using var typist = new Typist(new DocumentChecker(language, path: null, new ExactParsers(), () => toolchains, static () => null), "{\n  \"a\": x,\n\n  \"c\": 1\n}\n");
        var first = await typist.CheckAsync(Layer.Toolchain);
        Assert.That(first[0].Findings, Is.Not.Empty, "the exact layer rejects it");
        Assert.That(first[^1].Findings, Is.Empty);
        foreach (var report in await typist.Replace("1", "12").CheckAsync(Layer.Toolchain))
        {
            Assert.That(report.Findings, Is.Empty, $"{report.Layer}");
        }

        var rejected = (await typist.Replace("\"c\"", "\"b\"").CheckAsync(Layer.Toolchain))[^1].Findings.Single();
        Assert.That(typist.Text.ToString(rejected.Span), Is.EqualTo("\"b\""), "what was overruled stays away");
        foreach (var report in await typist.Replace("12", "123").CheckAsync(Layer.Toolchain))
        {
            Assert.That(report.Findings, Has.Count.EqualTo(1), $"kept: {report.Layer}");
        }

        foreach (var report in await typist.Replace("\"b\"", "\"c\"").CheckAsync(Layer.Toolchain))
        {
            Assert.That(report.Findings, Is.Empty, $"mended: {report.Layer}");
        }

        Assert.That((await typist.CheckAsync(Layer.Exact))[^1].Findings, Is.Not.Empty, "without the toolchain the exact layer has the last word");
    }

    [TestCase("csharp", "class A { string B = @\"\n<<<<<<< a\n=======\n>>>>>>> b\n\"; }\n")]
    public async Task CheckAsync_ConflictMarkersInAString_AreAWarning(string language, string code)
    {
        using var typist = Open(language, code);
        var finding = (await typist.CheckAsync())[^1].Findings.Single();
        Assert.That((finding.Code, finding.Severity), Is.EqualTo((FindingCodes.ConflictMarker, Severity.Warning)));
    }

    [TestCase("csharp", "class A {\r  int b;\r", 2, "a lone carriage return ends a line")]
    [TestCase("javascript", "f(\"😀\", [1);\r\ng();\r\n", 1, "astral characters before the mistake")]
    [TestCase("javascript", "\uFEFFf([1);\n", 1, "a byte order mark")]
    [TestCase("javascript", "\tf([1);\n", 1, "a tab")]
    public async Task CheckAsync_OddTextBeforeTheMistake_KeepsItsPlace(string language, string code, int line, string why)
    {
        using var typist = Open(language, code);
        var finding = (await typist.CheckAsync())[^1].Findings.Single();
        var span = finding.Related[0].Span;
        Assert.That(typist.Text.ToString(span), Is.EqualTo("[").Or.EqualTo("{"), why);
        Assert.That(typist.Text.LineAt(finding.Span.Start) + 1, Is.EqualTo(line), why);
    }

    private static void AssertLastAloneIsFinal(List<SyntaxReport> reports) =>
        Assert.That(reports.Select(static report => report.IsFinal), Is.EqualTo(Enumerable.Repeat(false, reports.Count - 1).Append(true)));

    private static string Brief(SyntaxReport report) =>
        string.Join('\n', report.Findings.Select(static finding => $"{finding.Span} {finding.Code} {finding.Layer} {finding.Severity} {finding.Message}"));

    private Typist Open(string language, string code, TimeSpan? pause = null) => new(_engine.Open(_engine.Catalogue.Find(language)!, path: null, pause), code);
}
