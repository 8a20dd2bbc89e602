using System.Text.Json;
using UltimateCopilot.Cli.Bench;

namespace UltimateCopilot.Tests.Cli;

internal sealed class BenchSyntaxTests
{
    private const string Manifest = """
        {"id":"bad","language":"python","path":"bad.py"}
        {"id":7,"language":"PY","path":"good.py","more":true}

        """;

    [Test]
    public async Task Results_InAFile_HaveTheAgreedShapeAndTheTableIsOnStandardOutput()
    {
        using var cli = Create(Manifest);

        var result = await cli.RunAsync("bench", "syntax", "--manifest", "m.jsonl", "--root", "corpus", "--layer", "fast", "--results", "r.jsonl", "--repeat", "3");

        Assert.That(result.Code, Is.Zero, result.Error);
        var lines = ReadLines(await File.ReadAllTextAsync(cli.At("r.jsonl")));
        Assert.That(lines.Select(static line => line.GetProperty("id").ToString()), Is.EqualTo((string[])["bad", "7"]));
        Assert.That(lines[1].GetProperty("id").ValueKind, Is.EqualTo(JsonValueKind.Number));
        Assert.That(lines.Select(Names), Is.All.EqualTo((string[])["id", "layer", "findings", "microseconds"]));
        Assert.That(lines.Select(static line => line.GetProperty("findings").GetArrayLength()), Is.EqualTo((int[])[1, 0]));
        Assert.That(Names(lines[0].GetProperty("findings")[0]), Is.EqualTo((string[])["line", "column", "endLine", "endColumn", "severity", "code", "message"]));
        Assert.That(result.Output, Does.Match(@"\Alanguage +cases +with findings +p50 µs +p95 µs +MB/s\npython +2 +1 +\d+ +\d+ +[\d.]+\n\z"));
        Assert.That(result.Error, Is.Empty);
    }

    [Test]
    public async Task Results_OnStandardOutput_HaveTheTableOnStandardError()
    {
        using var cli = Create(Manifest);

        var result = await cli.RunAsync("bench", "syntax", "--manifest", "m.jsonl", "--root", "corpus", "--layer", "fast");

        Assert.That(ReadLines(result.Output), Has.Count.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("language "));
    }

    [TestCase("nonsense")]
    [TestCase("[]")]
    [TestCase("""{"language":"python","path":"good.py"}""")]
    [TestCase("""{"id":"x","language":3,"path":"good.py"}""")]
    [TestCase("""{"id":"x","language":"python"}""")]
    [TestCase("""{"id":"x","language":"klingon","path":"good.py"}""")]
    [TestCase("""{"id":"x","language":"python","path":"gone.py"}""")]
    [TestCase("""{"id":"x","language":"python","path":"."}""")]
    [TestCase("""{"id":"x","language":"python","path":"a\u0000b"}""")]
    public async Task Case_ThatCannotBeMeasured_IsALineWithAnErrorAndTheRestIsMeasured(string line)
    {
        using var cli = Create(line + "\n" + Manifest);

        var result = await cli.RunAsync("bench", "syntax", "--manifest", "m.jsonl", "--root", "corpus", "--layer", "fast");

        Assert.That(result.Code, Is.EqualTo(2));
        var lines = ReadLines(result.Output);
        Assert.That(lines, Has.Count.EqualTo(3));
        Assert.That(Names(lines[0]), Is.EqualTo((string[])["id", "error"]));
        Assert.That(lines[0].GetProperty("error").GetString(), Has.Length.GreaterThan(10).And.Not.Contains(cli.Folder));
        Assert.That(result.Error, Does.Contain("UC2206: 1 of 3 cases"));
    }

    [Test]
    public async Task Manifest_ThatIsMissing_IsAnErrorWithItsName()
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync("bench", "syntax", "--manifest", "gone.jsonl", "--root", ".");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("UC2205: the manifest 'gone.jsonl'"));
    }

    [Test]
    public async Task Results_ThatCannotBeWritten_AreAnErrorBeforeAnythingIsMeasured()
    {
        using var cli = Create(Manifest);

        var result = await cli.RunAsync("bench", "syntax", "--manifest", "m.jsonl", "--root", "corpus", "--results", "no/such/folder/r.jsonl");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("UC2207: "));
    }

    [Test]
    public async Task Bench_Interrupted_Ends130()
    {
        using var cli = Create(Manifest);

        var result = await cli.RunAsync(new CancellationToken(canceled: true), "bench", "syntax", "--manifest", "m.jsonl", "--root", "corpus");

        Assert.That(result.Code, Is.EqualTo(130));
    }

    [Test]
    public void Table_OfManyCases_GivesPercentilesAndThroughput()
    {
        var table = new BenchTable();
        for (var i = 1; i <= 100; i++)
        {
            table.Add("json", hasFindings: i % 2 == 0, bytes: 1000, TimeSpan.FromMicroseconds(i));
        }

        table.Add("go", hasFindings: false, bytes: 1, TimeSpan.Zero);

        Assert.That(table.ToString(), Is.EqualTo(
            "language  cases  with findings  p50 µs  p95 µs  MB/s\n" +
            "go            1              0       0       0     -\n" +
            "json        100             50      50      95  19.8\n"));
    }

    private static CliFixture Create(string manifest) => new CliFixture().With("m.jsonl", manifest).With("corpus/bad.py", "x = (\n").With("corpus/good.py", "x = 1\n");

    private static List<JsonElement> ReadLines(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement)];

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(static property => property.Name);
}
