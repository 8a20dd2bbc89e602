namespace UltimateCopilot.Tests.Settings;

/// <summary>What is generated from the settings' type is up to date. Run with UPDATE_SETTINGS=1 to write it anew.</summary>
[TestFixture]
public sealed class SettingsDriftTests
{
    public static IEnumerable<TestCaseData> Files
    {
        get
        {
            yield return new TestCaseData("client-vscode/package.json", (Func<string, string>)GeneratedSettings.Manifest).SetArgDisplayNames("manifest");
            yield return new TestCaseData("client-vscode/package.nls.json", (Func<string, string>)GeneratedSettings.Texts).SetArgDisplayNames("texts");
            yield return new TestCaseData("schemas/settings.schema.json", (Func<string, string>)(static _ => GeneratedSettings.Schema())).SetArgDisplayNames("schema");
            yield return new TestCaseData("docs/configuration.md", (Func<string, string>)(static _ => GeneratedSettings.Page())).SetArgDisplayNames("page");
        }
    }

    [TestCaseSource(nameof(Files))]
    public void Generated_FromTheOptionsType_IsUpToDate(string file, Func<string, string> generate)
    {
        var path = Path.Combine(Repository.Root, file);
        var current = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        var wanted = generate(current);
        if (Environment.GetEnvironmentVariable("UPDATE_SETTINGS") == "1" && current != wanted)
        {
            File.WriteAllText(path, wanted);
            Assert.Inconclusive($"{file} was written anew.");
        }

        Assert.That(current, Is.EqualTo(wanted), $"{file} has drifted from UserSettings.cs; run the tests once with UPDATE_SETTINGS=1 and look at the difference.");
    }

    [Test]
    public void MachineSettings_NeverComeFromTheWorkspace()
    {
        // A repository must not point the editor at a program of its own.
        var programs = SettingsCatalogue.All.Where(static setting => setting.Key is "ultimateCopilot.server.path" or "ultimateCopilot.server.extraEnv" || setting.Group == "toolchain");
        Assert.That(programs.Select(static setting => setting.About.Scope), Is.All.EqualTo("machine"));
    }
}
