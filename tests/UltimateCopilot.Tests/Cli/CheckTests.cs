using System.Text;
using System.Text.Json;

namespace UltimateCopilot.Tests.Cli;

internal sealed class CheckTests
{
    private const string Broken = "x = (\n";
    private const string Fine = "x = 1\n";

    [Test]
    public async Task Json_OfAFolder_ListsEveryCheckedFileInTheAgreedShape()
    {
        using var cli = new CliFixture().With("src/bad.py", "x = (\n").With("src/good.json", "{}").With("src/readme.unknown", "?");

        var result = await cli.RunAsync("check", "src", "--layer", "exact", "--format", "json");

        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(Names(result.Json), Is.EqualTo((string[])["files", "summary"]));
        var files = result.Json.GetProperty("files").EnumerateArray().ToList();
        Assert.That(files.Select(static file => file.GetProperty("path").GetString()), Is.EqualTo((string[])["src/bad.py", "src/good.json"]));
        Assert.That(Names(files[0]), Is.EqualTo((string[])["path", "language", "layer", "diagnostics"]));
        Assert.That(files.Select(static file => file.GetProperty("layer").GetString()), Is.EqualTo((string[])["fast", "exact"]));
        Assert.That(files[1].GetProperty("diagnostics").GetArrayLength(), Is.Zero);
        var finding = files[0].GetProperty("diagnostics")[0];
        Assert.That(Names(finding), Is.EqualTo((string[])["line", "column", "endLine", "endColumn", "severity", "code", "source", "message"]));
        Assert.That(finding.GetProperty("line").GetInt32(), Is.EqualTo(1));
        Assert.That(finding.GetProperty("severity").GetString(), Is.EqualTo("error"));
        Assert.That(finding.GetProperty("source").GetString(), Is.EqualTo("ultimate-copilot"));
        Assert.That(Names(result.Json.GetProperty("summary")), Is.EqualTo((string[])["files", "errors", "warnings", "bytes", "milliseconds"]));
        Assert.That(result.Json.GetProperty("summary").GetProperty("bytes").GetInt64(), Is.EqualTo(8));
    }

    [TestCase("good.py", 0)]
    [TestCase("bad.py", 1)]
    [TestCase("gone.py", 2)]
    [TestCase(".", 1)]
    public async Task ExitCode_ByWhatIsThere_IsAsAgreed(string path, int expected)
    {
        using var cli = new CliFixture().With("good.py", Fine).With("bad.py", Broken);

        var result = await cli.RunAsync("check", path, "--layer", "fast");

        Assert.That(result.Code, Is.EqualTo(expected), result.Error);
    }

    [Test]
    public async Task Check_WithoutPaths_SaysWhatToDo()
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync("check");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("UC2202: ").And.Contain("check ."));
    }

    [Test]
    public async Task Json_WithAMissingPath_IsCompleteAndTheErrorIsOnStandardError()
    {
        using var cli = new CliFixture().With("bad.py", Broken);

        var result = await cli.RunAsync("check", "gone.py", "bad.py", "--layer", "fast", "--format", "json");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(Paths(result), Is.EqualTo((string[])["bad.py"]));
        Assert.That(result.Error, Does.StartWith("UC2203: gone.py: there is no such file or folder."));
    }

    [TestCase("./src", "./src/a.py")]
    [TestCase("src/", "src/a.py")]
    [TestCase(".", "src/a.py")]
    [TestCase("src/a.py", "src/a.py")]
    [TestCase("./src/../src/a.py", "./src/../src/a.py")]
    public async Task Paths_InOutput_AreAsTheUserNamedThem(string named, string expected)
    {
        using var cli = new CliFixture().With("src/a.py", Fine);

        var result = await cli.RunAsync("check", named, "--layer", "fast", "--format", "json");

        Assert.That(Paths(result), Is.EqualTo((string[])[expected]));
    }

    [Test]
    public async Task Paths_NamedInFull_StayFull()
    {
        using var cli = new CliFixture().With("src/a.py", Fine);

        var result = await cli.RunAsync("check", cli.Folder, cli.At("src/a.py"), "--layer", "fast", "--format", "json");

        Assert.That(Paths(result), Is.EqualTo((string[])[cli.At("src/a.py").Replace('\\', '/')]));
    }

    [Test]
    public async Task Paths_BehindTwoDashes_MayBeginWithOne()
    {
        using var cli = new CliFixture().With("-a.py", Fine).With("@b.py", Fine);

        var result = await cli.RunAsync("check", "--layer", "fast", "--format", "json", "--", "-a.py", "@b.py");

        Assert.That(Paths(result), Is.EqualTo((string[])["-a.py", "@b.py"]));
    }

    [TestCase("a.py\nb c.py\n")]
    [TestCase("a.py\r\n\r\nb c.py\r\n")]
    [TestCase("a.py\0b c.py\0")]
    public async Task FilesFrom_AFileOrStandardInput_NamesPaths(string list)
    {
        using var cli = new CliFixture { Input = Encoding.UTF8.GetBytes(list) }.With("a.py", Fine).With("b c.py", Fine).With("other.py", Fine).With("list", list);

        var fromFile = await cli.RunAsync("check", "--files-from", "list", "--layer", "fast", "--format", "json");
        var fromInput = await cli.RunAsync("check", "--files-from", "-", "--layer", "fast", "--format", "json");

        Assert.That(Paths(fromFile), Is.EqualTo((string[])["a.py", "b c.py"]));
        Assert.That(Paths(fromInput), Is.EqualTo(Paths(fromFile)));
    }

    [Test]
    public async Task FilesFrom_AMissingList_IsAnErrorWithItsName()
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync("check", "--files-from", "nowhere.txt");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("UC2205: the list 'nowhere.txt'"));
    }

    [Test]
    public async Task FilesFrom_AnEmptyList_IsFine()
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync("check", "--files-from", "-", "--format", "json");

        Assert.That(result.Code, Is.Zero);
        Assert.That(Paths(result), Is.Empty);
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-32")]
    public async Task Stdin_InAnyEncoding_IsChecked(string encoding)
    {
        var bytes = Encoding.GetEncoding(encoding);
        using var cli = new CliFixture { Input = [.. bytes.GetPreamble(), .. bytes.GetBytes("ä = (\n")] };

        var result = await cli.RunAsync("check", "--stdin", "--language", "PY", "--layer", "fast", "--format", "json");

        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(Paths(result), Is.EqualTo((string[])["<stdin>"]));
        Assert.That(result.Json.GetProperty("files")[0].GetProperty("language").GetString(), Is.EqualTo("python"));
        Assert.That(result.Json.GetProperty("files")[0].GetProperty("diagnostics")[0].GetProperty("column").GetInt32(), Is.EqualTo(5));
    }

    [Test]
    public async Task Stdin_OfAnUnknownLanguage_ListsThoseThereAre()
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync("check", "--stdin", "--language", "klingon");

        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Match("UC2204: .*'klingon'.*csharp.*python"));
    }

    [Test]
    public async Task Folder_WithFilesOfNoKnownLanguage_TellsOfThoseWithAMistakeInTheirLines()
    {
        using var cli = new CliFixture().With("fine.txt", "]").With("merged.conf", "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n").With("picture.bin", "\0<<<<<<< HEAD\n=======\n>>>>>>> x\n");

        var result = await cli.RunAsync("check", ".", "--format", "json");

        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(Paths(result), Is.EqualTo((string[])["merged.conf"]));
        Assert.That(result.Json.GetProperty("files")[0].GetProperty("diagnostics")[0].GetProperty("code").GetString(), Is.EqualTo("UC1020"));
    }

    [Test]
    public async Task Folder_WithIgnoredVendoredAndExcludedFiles_LeavesThemOutAndSaysWhatGitWouldNot()
    {
        using var cli = new CliFixture().With(".gitignore", "ignored.py\n").With(".git/HEAD", "ref: refs/heads/main\n").With("ignored.py", Broken)
            .With("node_modules/x/a.json", "{").With("old/a.py", Broken).With("a.py", Fine);

        var result = await cli.RunAsync("check", ".", "--exclude", "/old/", "--layer", "fast", "--format", "json");

        Assert.That(result.Code, Is.Zero);
        Assert.That(Paths(result), Is.EqualTo((string[])["a.py"]));
        Assert.That(result.Error, Does.Contain("left out: node_modules (code of others)"));
    }

    [Test]
    public async Task Notes_InGreatNumber_AreSummedUp()
    {
        using var cli = new CliFixture().With("x/Pods/a.json", "{}");
        string[] names = ["node_modules", "vendor", "bower_components", "dist", ".venv", "__pycache__", ".cache"];
        foreach (var name in names)
        {
            cli.With($"a/{name}/a.json", "{}").With($"b/{name}/a.json", "{}");
        }

        var result = await cli.RunAsync("check", ".");

        Assert.That(result.Error.Split('\n'), Has.Length.EqualTo(8));
        Assert.That(result.Error, Does.Contain("left out: bower_components in 2 places (code of others)\n").And.EndsWith("left out: and 5 more; name one to check it all the same\nNo file was checked.\n"));
    }

    [TestCase("json")]
    [TestCase("sarif")]
    public async Task Check_Interrupted_WritesAWholeDocumentAndCode130(string format)
    {
        using var cli = new CliFixture().With("a.py", Broken);

        var result = await cli.RunAsync(new CancellationToken(canceled: true), "check", ".", "--format", format);

        Assert.That(result.Code, Is.EqualTo(130));
        Assert.That(result.Json.ValueKind, Is.EqualTo(JsonValueKind.Object));
        Assert.That(result.Error, Does.StartWith("UC2208: "));
    }

    [Test]
    public async Task Layer_OfTheToolchain_HasTheLastWordWherePythonIsInstalled()
    {
        using var cli = new CliFixture().With("a.py", Fine);

        var result = await cli.RunAsync("check", ".", "--format", "json");

        Assume.That((await cli.RunAsync("doctor")).Output, Does.Match("✓ python toolchain"));
        Assert.That(result.Json.GetProperty("files")[0].GetProperty("layer").GetString(), Is.EqualTo("toolchain"));
    }

    [Test]
    public async Task Json_WithHalfASurrogatePair_IsValid()
    {
        using var cli = new CliFixture { Input = [0xFF, 0xFE, (byte)'x', 0, (byte)'=', 0, 0x00, 0xD8, (byte)')', 0] };

        var result = await cli.RunAsync("check", "--stdin", "--language", "python", "--layer", "fast", "--format", "json");

        Assert.That(result.Code, Is.EqualTo(1), result.Error);
        Assert.That(result.Json.GetProperty("summary").GetProperty("files").GetInt32(), Is.EqualTo(1));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(static property => property.Name);

    private static List<string?> Paths(CliResult result) =>
        [.. result.Json.GetProperty("files").EnumerateArray().Select(static file => file.GetProperty("path").GetString())];
}
