namespace UltimateCopilot.Cli.Check;

/// <summary>The formats of <c>check</c> by name.</summary>
internal static class ReportFormats
{
    public const string Default = "text";

    private static readonly Dictionary<string, Func<CliContext, CheckRequest, ICheckReport>> Factories = new(StringComparer.Ordinal)
    {
        [Default] = static (context, request) => new TextReport(context.Writer, context.Width, request.Colours),
        ["json"] = static (context, _) => new JsonReport(context.Output),
        ["sarif"] = static (context, _) => new SarifReport(context.Output, context.Folder),
    };

    public static IReadOnlyCollection<string> Names => Factories.Keys;

    public static ICheckReport Create(CliContext context, CheckRequest request) => Factories[request.Format](context, request);
}
