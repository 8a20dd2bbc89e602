namespace UltimateCopilot.Languages.Trees;

/// <summary>
/// The conditions of a pattern, and what it sets where they are met. <c>#or!</c> between them starts another variant of the same pattern,
/// which costs less than one more pattern would.
/// </summary>
internal sealed record QueryVariant(IReadOnlyList<QueryPredicate> Predicates, IReadOnlyDictionary<string, string> Properties);
