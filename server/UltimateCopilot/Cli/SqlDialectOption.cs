using System.CommandLine;
using UltimateCopilot.Languages.Exact.Sql;

namespace UltimateCopilot.Cli;

/// <summary>The option <c>--sql-dialect</c>.</summary>
internal static class SqlDialectOption
{
    public static Option<string> Create()
    {
        var option = new Option<string>("--sql-dialect")
        {
            HelpName = string.Join('|', SqlDialects.Settings),
            Description = "What SQL is checked as; 'auto' goes by what each file shows.",
            DefaultValueFactory = static _ => SqlDialects.Settings[0],
        };
        return option.AcceptOnlyFromAmong([.. SqlDialects.Settings]);
    }

    public static SqlDialect Read(ParseResult parsed, Option<string> option) => SqlDialects.Parse(parsed.GetValue(option) ?? string.Empty);
}
