using UltimateCopilot.Doctor;

namespace UltimateCopilot.Tests.Cli;

internal sealed class DoctorTests
{
    [Test]
    public void Text_WithAMissingOptionalPart_IsAdviceOnly() => Assert.That(
        DoctorReport.ToText([new Diagnosis("C#", IsFine: true, "parses", Advice: null), new Diagnosis("python toolchain", IsFine: false, "not found", "Install it.") { IsRequired = false }]),
        Is.EqualTo("✓ C#                parses\n✗ python toolchain  not found\n                    Install it.\n\nAll that is required works. 1 of what is optional is missing.\n"));

    [Test]
    public void Text_WithABrokenRequiredPart_SaysSo() => Assert.That(
        DoctorReport.ToText([new Diagnosis("C#", IsFine: false, "broken", "Mend it.")]),
        Is.EqualTo("✗ C#  broken\n      Mend it.\n\n1 of what is required does not work.\n"));

    [Test]
    public async Task Doctor_AsJson_NamesEveryPart()
    {
        using var cli = new CliFixture();

        var result = await cli.RunAsync("doctor", "--format", "json");

        Assert.That(result.Code, Is.Zero, result.Output);
        Assert.That(result.Json.GetProperty("fine").GetBoolean(), Is.True);
        Assert.That(result.Json.GetProperty("parts").EnumerateArray().Select(static part => part.GetProperty("part").GetString()), Does.Contain("C#").And.Contains("python toolchain"));
    }
}
