namespace UltimateCopilot.Languages.Exact.Sql.Grammar;

/// <summary>A piece of a rule.</summary>
internal abstract record GrammarNode
{
    /// <summary>A keyword in capitals, or a punctuation mark.</summary>
    public sealed record Token(string Text) : GrammarNode;

    /// <summary>A rule, or a class of tokens such as <c>name</c>.</summary>
    public sealed record Reference(string Name) : GrammarNode;

    public sealed record Sequence(IReadOnlyList<GrammarNode> Items) : GrammarNode;

    /// <summary>The first of the alternatives that fits.</summary>
    public sealed record Choice(IReadOnlyList<GrammarNode> Alternatives) : GrammarNode;

    /// <summary>Something that only the dialects have whose letters are named.</summary>
    public sealed record Guarded(string Dialects, GrammarNode Inner) : GrammarNode;

    public sealed record Optional(GrammarNode Inner) : GrammarNode;

    /// <summary>Any number of times, or at least once.</summary>
    public sealed record Repeated(GrammarNode Inner, bool AtLeastOnce) : GrammarNode;

    /// <summary>Once or more, with a separator in between; behind a separator another one has to come.</summary>
    public sealed record Separated(GrammarNode Inner, GrammarNode Separator) : GrammarNode;

    /// <summary>Looks ahead without taking anything.</summary>
    public sealed record Look(GrammarNode Inner, bool Absent) : GrammarNode;
}
