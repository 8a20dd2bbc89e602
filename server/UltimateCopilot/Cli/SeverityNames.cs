using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Cli;

/// <summary>Severities as output names them.</summary>
internal static class SeverityNames
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "information",
    };
}
