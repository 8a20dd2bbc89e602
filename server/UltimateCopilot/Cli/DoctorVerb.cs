using System.CommandLine;
using System.Text.Json;
using UltimateCopilot.Doctor;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Toolchain;

namespace UltimateCopilot.Cli;

/// <summary>The verb <c>doctor</c>: what is found on this machine, what is missing, and what to do about it.</summary>
internal sealed class DoctorVerb : IVerb
{
    private readonly Option<string> _format = new Option<string>("--format")
    {
        HelpName = "text|json",
        Description = "How to write it.",
        DefaultValueFactory = static _ => "text",
    }.AcceptOnlyFromAmong("text", "json");

    public IReadOnlyList<Example> Examples { get; } = [new("doctor", "Say what works on this machine, what is missing, and what to do about it.")];

    public Command Declare(CliContext context)
    {
        var command = new Command("doctor", "Say what is found on this machine and what is missing. Ends with 0 when all that is required works.") { _format };
        command.SetAction((parsed, cancellation) => RunAsync(context, parsed.GetValue(_format) == "json", cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CliContext context, bool asJson, CancellationToken cancellation)
    {
        await using var engine = new SyntaxEngine(context.Time);
        await engine.AllowToolchains(new ToolchainOptions());
        var diagnoses = await Examination.RunAsync(engine, cancellation);
        var isFine = diagnoses.All(static diagnosis => diagnosis.IsFine || !diagnosis.IsRequired);
        if (asJson)
        {
            await WriteJsonAsync(context.Output, diagnoses, isFine, cancellation);
        }
        else
        {
            await context.Writer.WriteAsync(DoctorReport.ToText(diagnoses));
        }

        return isFine ? ExitCodes.Fine : ExitCodes.Findings;
    }

    private static async Task WriteJsonAsync(Stream output, IReadOnlyList<Diagnosis> diagnoses, bool isFine, CancellationToken cancellation)
    {
        await using (var json = new Utf8JsonWriter(output, FindingJson.Options))
        {
            json.WriteStartObject();
            json.WriteBoolean("fine"u8, isFine);
            json.WriteStartArray("parts"u8);
            foreach (var diagnosis in diagnoses)
            {
                json.WriteStartObject();
                json.WriteString("part"u8, diagnosis.Part);
                json.WriteBoolean("fine"u8, diagnosis.IsFine);
                json.WriteBoolean("required"u8, diagnosis.IsRequired);
                json.WriteString("detail"u8, diagnosis.Detail);
                json.WriteString("advice"u8, diagnosis.Advice);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        await output.WriteAsync("\n"u8.ToArray(), cancellation);
    }
}
