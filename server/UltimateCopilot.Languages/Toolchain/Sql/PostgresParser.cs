using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Toolchain.Node;

namespace UltimateCopilot.Languages.Toolchain.Sql;

/// <summary>SQL of PostgreSQL by its own grammar, which comes along as WebAssembly.</summary>
internal sealed class PostgresParser : IToolchainParser
{
    private const string Name = "postgresql";

    private readonly ToolchainOptions _options;
    private readonly ResidentWorker _worker;

    public PostgresParser(ToolchainOptions options, TimeProvider time)
    {
        _options = options;
        var package = PackagedTools.PathOf("libpg-query", "libpg-query.js");
        _worker = new NodeProgram(options, time).StartWorkers("postgres_worker.cjs", [], () => File.Exists(package) ? package : null);
    }

    public async Task<IReadOnlyList<Finding>?> CheckAsync(ToolchainDocument document, CancellationToken cancellation)
    {
        var shown = SqlDialects.Of(document.Text, SqlDialect.Auto);
        var wanted = _options.SqlDialect == SqlDialect.Auto ? shown : _options.SqlDialect;
        if (wanted is not (SqlDialect.Auto or SqlDialect.PostgreSql)
            || PostgresText.From(document.Text) is not { } source
            || await _worker.CheckAsync(source.Code, cancellation) is not { } answer)
        {
            return null;
        }

        // A "no" does not count where the text may be another dialect's, or where a value is filled in.
        var isSure = !source.HasPlaces && wanted == SqlDialect.PostgreSql && (shown is SqlDialect.Auto or SqlDialect.PostgreSql);
        if (answer.Errors!.Count > 0 && !isSure)
        {
            return null;
        }

        return FindingEchoes.Drop([.. answer.Errors!.Select(error => PostgresWords.Translate(error.Message, document.Text, error.Start))], document.Text);
    }

    public async Task<ToolchainStatus> DescribeAsync(CancellationToken cancellation) =>
        await _worker.DescribeAsync(cancellation) is { } answer
            ? new ToolchainStatus(Name, IsAvailable: true, $"PostgreSQL {answer.Version}'s grammar at {answer.Path}")
            : new ToolchainStatus(Name, IsAvailable: false, NodeProgram.Advice);

    public ValueTask DisposeAsync() => _worker.DisposeAsync();
}
