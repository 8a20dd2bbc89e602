using System.CommandLine;
using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Cli;

/// <summary>Layers by the names that the command line and its output use.</summary>
internal static class Layers
{
    private static readonly string[] Names = ["fast", "exact", "toolchain"];

    public static string NameOf(Layer layer) => Names[(int)layer];

    /// <summary>The option <c>--layer</c>; <see cref="Read"/> reads its value.</summary>
    public static Option<string> CreateOption()
    {
        var option = new Option<string>("--layer")
        {
            HelpName = string.Join('|', Names),
            Description = "How fine to look: 'fast' asks the grammar, 'exact' also the managed parsers, 'toolchain' also the language's own parser where it is installed.",
            DefaultValueFactory = static _ => Names[^1],
        };
        return option.AcceptOnlyFromAmong(Names);
    }

    public static Layer Read(ParseResult parsed, Option<string> option) => (Layer)Array.IndexOf(Names, parsed.GetValue(option));
}
