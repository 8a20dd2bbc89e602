using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Languages.Tests.Toolchain;

[TestFixture]
internal sealed class ToolchainProgramTests
{
    private readonly ManualTime _time = new();
    private string _folder = string.Empty;

    /// <summary>A program where the tests run, whatever its name there.</summary>
    private static string Ending => OperatingSystem.IsWindows() ? ".exe" : string.Empty;

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory().FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Find_FullPathOfAProgram_IsThatPath()
    {
        var path = CreateProgram("tool");
        Assert.That(Look(path).Find(), Is.EqualTo(path));
    }

    [Test]
    public void Find_SeveralCandidates_TakesTheFirstThatIsThere()
    {
        var second = CreateProgram("second");
        var third = CreateProgram("third");
        Assert.That(Look(Path.Combine(_folder, "first"), second, third).Find(), Is.EqualTo(second));
    }

    [Test]
    public void Find_ProgramThatIsSet_IsTakenAlone()
    {
        var own = CreateProgram("own");
        var chosen = CreateProgram("chosen");
        Assert.That(new ToolchainProgram("tool", [own], Scripts.Using("tool", chosen), _time).Find(), Is.EqualTo(chosen));
        Assert.That(new ToolchainProgram("tool", [own], Scripts.Using("tool", "no-such-program-anywhere"), _time).Find(), Is.Null);
        Assert.That(new ToolchainProgram("tool", [own], Scripts.Using("other", chosen), _time).Find(), Is.EqualTo(own));
    }

    [Test]
    public void Find_ProgramThatComesLater_IsSeenAfterAMinute()
    {
        var program = Look(Path.Combine(_folder, "tool" + Ending));
        Assert.That(program.Find(), Is.Null);
        var path = CreateProgram("tool");
        Assert.That(program.Find(), Is.Null, "at once");
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.That(program.Find(), Is.EqualTo(path));
    }

    [Test]
    public void Find_RelativePath_IsNeverTaken()
    {
        var path = CreateProgram("tool");
        Assert.That(Look(Path.GetRelativePath(Environment.CurrentDirectory, path)).Find(), Is.Null);
        Assert.That(Look("./tool").Find(), Is.Null);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Find_FileThatIsNoProgram_IsNotTaken()
    {
        var path = Path.Combine(_folder, "data");
        File.WriteAllText(path, "x");
        Assert.That(Look(path).Find(), Is.Null);
        Assert.That(Look(_folder).Find(), Is.Null);
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Find_NameOnThePath_IsTheFullPath() => Assert.That(Path.IsPathFullyQualified(Look("sh").Find()!));

    private ToolchainProgram Look(params string[] candidates) => new("tool", candidates, Scripts.Options, _time);

    private string CreateProgram(string name)
    {
        var path = Path.Combine(_folder, name + Ending);
        File.WriteAllText(path, "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
