using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Cli.Check;

/// <summary>Colours for a terminal; the plain text elsewhere.</summary>
internal sealed class Paint(bool isOn)
{
    public const string Dim = "2";
    public const string Note = "36";

    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "1;31",
        Severity.Warning => "1;33",
        _ => Note,
    };

    public string Bold(string text) => In("1", text);

    public string In(string colour, string text) => isOn ? $"\u001b[{colour}m{text}\u001b[0m" : text;
}
