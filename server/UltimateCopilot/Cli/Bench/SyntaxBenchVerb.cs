using System.CommandLine;

namespace UltimateCopilot.Cli.Bench;

/// <summary>The verb <c>bench syntax</c>: what the syntax engine finds in given files, and how long it takes.</summary>
internal sealed class SyntaxBenchVerb : IVerb
{
    private readonly Option<string> _manifest = new("--manifest")
    {
        HelpName = "M",
        Required = true,
        Description = "The cases: lines of {\"id\",\"language\",\"path\"}; '-' is standard input.",
    };
    private readonly Option<string> _root = new("--root")
    {
        HelpName = "DIR",
        Description = "The folder that the paths of the manifest belong to; the current one unless given.",
    };
    private readonly Option<string> _layer = Layers.CreateOption();
    private readonly Option<string> _sqlDialect = SqlDialectOption.Create();
    private readonly Option<string> _results = new("--results")
    {
        HelpName = "FILE",
        Description = "Write the lines there, and the table to standard output; else the lines to standard output, and the table to standard error.",
    };
    private readonly Option<int> _repeat = new("--repeat")
    {
        HelpName = "N",
        Description = "Check each case so often and report the median time.",
        DefaultValueFactory = static _ => 1,
    };

    public SyntaxBenchVerb() => _repeat.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var times) || times < 1))
        {
            result.AddError("'--repeat' needs a number from 1 on.");
        }
    });

    public IReadOnlyList<Example> Examples { get; } =
    [
        new("bench syntax --manifest cases.jsonl --root corpus --results results.jsonl", "Check each case by itself, and sum up the times by language."),
    ];

    public Command Declare(CliContext context)
    {
        var command = new Command("syntax", "Measure syntax checking. Cases run one at a time and the text is in memory already, so that times are of the check alone.")
        {
            _manifest, _root, _layer, _sqlDialect, _results, _repeat,
        };
        command.SetAction((parsed, cancellation) => new SyntaxBench(context, new SyntaxBenchRequest
        {
            Manifest = parsed.GetRequiredValue(_manifest),
            Root = Path.GetFullPath(parsed.GetValue(_root) ?? ".", context.Folder),
            Layer = Layers.Read(parsed, _layer),
            SqlDialect = SqlDialectOption.Read(parsed, _sqlDialect),
            Results = parsed.GetValue(_results),
            Repeat = parsed.GetValue(_repeat),
        }).RunAsync(cancellation));
        return command;
    }
}
