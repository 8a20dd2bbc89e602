using System.Collections.Concurrent;
using UltimateCopilot.Languages.Exact.Css;
using UltimateCopilot.Languages.Exact.Docker;
using UltimateCopilot.Languages.Exact.Sql;
using UltimateCopilot.Languages.Exact.Toml;

namespace UltimateCopilot.Languages.Exact;

/// <summary>The exact parsers by the names that the catalogue uses, each made when its first file is checked.</summary>
/// <param name="sqlDialect">What SQL is checked as; asked for each text.</param>
internal sealed class ExactParsers(Func<SqlDialect>? sqlDialect = null)
{
    private static readonly Dictionary<string, Func<Func<SqlDialect>, IExactParser>> Factories = new(StringComparer.Ordinal)
    {
        ["roslyn"] = static _ => new RoslynParser(),
        ["json"] = static _ => new JsonParser(allowComments: false),
        ["jsonc"] = static _ => new JsonParser(allowComments: true),
        ["xml"] = static _ => new XmlParser(),
        ["html"] = static _ => new Html.HtmlParser(),
        ["yaml"] = static _ => new YamlParser(),
        ["sql"] = static dialect => new SqlParser(dialect),
        ["dockerfile"] = static _ => new DockerParser(),
        ["toml"] = static _ => new TomlParser(),
        ["css"] = static _ => new StyleParser(isSass: false),
        ["scss"] = static _ => new StyleParser(isSass: true),
    };

    private readonly ConcurrentDictionary<string, IExactParser> _made = new(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Factories.Keys;

    /// <summary>The parser of that name; null where the language has none.</summary>
    public IExactParser? Find(string? name) => name is null ? null : _made.GetOrAdd(name, key => Factories[key](sqlDialect ?? (static () => SqlDialect.Auto)));
}
