using System.Runtime.InteropServices;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Doctor;

/// <summary>Looks at what this machine has, by using it.</summary>
internal static class Examination
{
    /// <summary>All parts, each examined whatever the others say.</summary>
    public static async Task<IReadOnlyList<Diagnosis>> RunAsync(SyntaxEngine engine, CancellationToken cancellation)
    {
        var found = new List<Diagnosis>
        {
            new("ultimate-copilot", IsFine: true, $"{ProgramVersion.Text} on .NET {Environment.Version}, {RuntimeInformation.RuntimeIdentifier}", Advice: null),
        };
        foreach (var language in engine.Catalogue.Languages)
        {
            found.Add(await ExamineAsync(engine, language.Id, language.Name, cancellation));
        }

        foreach (var toolchain in await engine.DescribeToolchainsAsync(cancellation))
        {
            found.Add(new Diagnosis(
                $"{toolchain.Name} toolchain", toolchain.IsAvailable, toolchain.Detail,
                toolchain.IsAvailable ? null : "Without it the grammar and the managed parsers still check; a few mistakes are found only with it.")
            {
                IsRequired = false,
            });
        }

        return found;
    }

    private static async Task<Diagnosis> ExamineAsync(SyntaxEngine engine, string id, string name, CancellationToken cancellation)
    {
        try
        {
            await engine.CheckAsync(engine.Catalogue.Find(id)!, SourceText.From("x"), Layer.Exact, cancellation);
            return new Diagnosis(name, IsFine: true, "parses", Advice: null);
        }
        catch (Exception e) when (e is DllNotFoundException or NotSupportedException or BadImageFormatException or EntryPointNotFoundException)
        {
            return new Diagnosis(
                name, IsFine: false, "UC2002: the native syntax library does not load",
                "Install the package for this platform again, or run 'npm run build' in a clone of the repository.");
        }
    }
}
