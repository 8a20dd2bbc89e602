using System.Collections.Concurrent;

namespace UltimateCopilot.Languages.Trees;

/// <summary>
/// The queries of <c>grammars/queries/&lt;grammar&gt;/&lt;purpose&gt;.scm</c>, compiled when first used. A first line <c>; inherits: c, d</c> puts
/// others' queries of the same purpose in front: those of other grammars, or what several share.
/// </summary>
internal static class Queries
{
    private const string Inherits = "; inherits:";

    private static readonly ConcurrentDictionary<(string Grammar, string Purpose), TreeQuery?> Compiled = new();

    /// <summary>Whether a grammar has a query for a purpose, without reading it.</summary>
    public static bool Exists(string grammar, string purpose) => typeof(Queries).Assembly.GetManifestResourceInfo(NameOf(grammar, purpose)) is not null;

    /// <summary>A grammar's query for a purpose such as <c>symbols</c>; null where it has none.</summary>
    public static TreeQuery? Find(string grammar, string purpose) => Compiled.GetOrAdd(
        (grammar, purpose), static key => Read(key.Grammar, key.Purpose) is { } source ? new TreeQuery(Grammar.Load(key.Grammar), source) : null);

    /// <summary>The query that picks out every node that is no mere token.</summary>
    public static TreeQuery FindAnyNode(string grammar) =>
        Compiled.GetOrAdd((grammar, "(_) @node"), static key => new TreeQuery(Grammar.Load(key.Grammar), key.Purpose))!;

    /// <summary>A query as it is compiled, with those it inherits in front; null where the grammar has none for the purpose.</summary>
    public static string? Read(string grammar, string purpose)
    {
        using var stream = typeof(Queries).Assembly.GetManifestResourceStream(NameOf(grammar, purpose));
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        var source = reader.ReadToEnd();
        if (!source.StartsWith(Inherits, StringComparison.Ordinal))
        {
            return source;
        }

        var heir = source.AsSpan(Inherits.Length);
        var parents = heir[..heir.IndexOf('\n')].ToString().Split(',', StringSplitOptions.TrimEntries);
        return string.Join('\n', parents.Select(parent => Read(parent, purpose)).Append(source));
    }

    private static string NameOf(string grammar, string purpose) => $"queries/{grammar}/{purpose}.scm";
}
