using System.Collections.Concurrent;

namespace UltimateCopilot.Languages.Trees;

/// <summary>The queries of <c>grammars/queries/&lt;grammar&gt;/&lt;purpose&gt;.scm</c>, compiled when first used.</summary>
internal static class Queries
{
    private static readonly ConcurrentDictionary<(string Grammar, string Purpose), TreeQuery?> Compiled = new();

    /// <summary>A grammar's query for a purpose such as <c>symbols</c>; null where it has none.</summary>
    public static TreeQuery? Find(string grammar, string purpose) => Compiled.GetOrAdd((grammar, purpose), static key =>
    {
        using var stream = typeof(Queries).Assembly.GetManifestResourceStream($"queries/{key.Grammar}/{key.Purpose}.scm");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return new TreeQuery(Grammar.Load(key.Grammar), reader.ReadToEnd());
    });
}
