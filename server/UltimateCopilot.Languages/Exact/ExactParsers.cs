using System.Collections.Concurrent;

namespace UltimateCopilot.Languages.Exact;

/// <summary>The exact parsers by the names that the catalogue uses, each made when its first file is checked.</summary>
internal sealed class ExactParsers
{
    private static readonly Dictionary<string, Func<IExactParser>> Factories = new(StringComparer.Ordinal)
    {
        ["roslyn"] = static () => new RoslynParser(),
        ["json"] = static () => new JsonParser(allowComments: false),
        ["jsonc"] = static () => new JsonParser(allowComments: true),
        ["xml"] = static () => new XmlParser(),
        ["html"] = static () => new Html.HtmlParser(),
        ["yaml"] = static () => new YamlParser(),
    };

    private readonly ConcurrentDictionary<string, IExactParser> _made = new(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Factories.Keys;

    /// <summary>The parser of that name; null where the language has none.</summary>
    public IExactParser? Find(string? name) => name is null ? null : _made.GetOrAdd(name, static key => Factories[key]());
}
