using System.CommandLine;
using System.CommandLine.Parsing;

namespace UltimateCopilot.Cli.Check;

/// <summary>The verb <c>check</c>: syntax findings of files, folders, or standard input.</summary>
internal sealed class CheckVerb : IVerb
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files and folders; folders as git sees them, without code of others and generated code.",
    };
    private readonly Option<string> _filesFrom = new("--files-from")
    {
        HelpName = "F|-",
        Description = "Also check the paths that this file lists, one a line or separated by NUL; '-' is standard input.",
    };
    private readonly Option<string> _layer = Layers.CreateOption();
    private readonly Option<string> _sqlDialect = SqlDialectOption.Create();
    private readonly Option<string> _format = new Option<string>("--format")
    {
        HelpName = string.Join('|', ReportFormats.Names),
        Description = "How to write findings to standard output.",
        DefaultValueFactory = static _ => ReportFormats.Default,
    }.AcceptOnlyFromAmong([.. ReportFormats.Names]);
    private readonly Option<bool> _stdin = new("--stdin") { Description = "Check the text on standard input; needs --language." };
    private readonly Option<string> _language = new("--language")
    {
        HelpName = "L",
        Description = "The language of standard input, such as 'python'.",
    };
    private readonly Option<string[]> _exclude = new("--exclude")
    {
        HelpName = "GLOB",
        Description = "Leave out what this line of a .gitignore would ignore; may be given several times.",
    };
    private readonly Option<bool> _noColor = new("--no-color") { Description = "No colours, as with the variable NO_COLOR." };

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("check .", "Check all files below this folder that git does not ignore."),
        new("check src --format sarif > findings.sarif", "Write a report for a code scanner."),
        new("check . --exclude '*.min.js' --exclude /legacy/", "Leave out files and folders."),
        new("check --stdin --language python < draft.txt", "Check a text that is no file yet."),
        new("check --files-from changed.txt --format json", "Check the files that a list names."),
    ];

    public Command Declare(CliContext context)
    {
        var command = new Command("check", "Find what is syntactically broken. Ends with 0: fine, 1: findings, 2: wrong use or unreadable input.")
        {
            _paths, _filesFrom, _layer, _format, _stdin, _language, _sqlDialect, _exclude, _noColor,
        };
        command.SetAction((parsed, cancellation) => new CheckRun(context, Read(parsed, context)).RunAsync(cancellation));
        return command;
    }

    /// <summary>Since any number of paths may come, an option with a slip of the pen would pass for one.</summary>
    private string[] ReadPaths(ParseResult parsed)
    {
        var paths = parsed.GetValue(_paths) ?? [];
        var isMarked = parsed.Tokens.Any(static token => token.Type == TokenType.DoubleDash);
        return !isMarked && Array.Find(paths, static path => path.Length > 1 && path[0] == '-') is { } option
            ? throw new CliException(
                CliErrors.WrongUse, $"there is no option '{option}'; 'check --help' lists those there are, and a path that begins like one stands behind '--'.")
            : paths;
    }

    private CheckRequest Read(ParseResult parsed, CliContext context) => new()
    {
        Paths = ReadPaths(parsed),
        FilesFrom = parsed.GetValue(_filesFrom),
        Layer = Layers.Read(parsed, _layer),
        SqlDialect = SqlDialectOption.Read(parsed, _sqlDialect),
        Format = parsed.GetValue(_format) ?? ReportFormats.Default,
        Stdin = parsed.GetValue(_stdin),
        Language = parsed.GetValue(_language),
        Exclude = parsed.GetValue(_exclude) ?? [],
        Colours = context.ColoursWanted && !parsed.GetValue(_noColor),
    };
}
