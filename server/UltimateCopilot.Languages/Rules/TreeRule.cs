using UltimateCopilot.Languages.Rules.Literals;

namespace UltimateCopilot.Languages.Rules;

/// <summary>One pattern of a grammar's <c>checks.scm</c>: when it is a mistake, and what is said then. Labels and groups are numbers.</summary>
internal sealed record TreeRule
{
    /// <summary>What a person reads; <c>{name}</c>, <c>{related}</c> and <c>{where}</c> stand for texts and the related place's line.</summary>
    public required string Message { get; init; }

    /// <summary>What is said of the related place.</summary>
    public required string RelatedMessage { get; init; }

    /// <summary>A mistake only within a context of one of these labels.</summary>
    public int[] Inside { get; init; } = [];

    /// <summary>A mistake only where no context of these labels is around.</summary>
    public int[] Outside { get; init; } = [];

    /// <summary>Contexts beyond which neither is looked for.</summary>
    public int[] Until { get; init; } = [];

    /// <summary>Whether only contexts of the same name count as being around.</summary>
    public bool SameName { get; init; }

    /// <summary>A mistake only where the nearest context of this label holds the same name of the same group before; -1 for none.</summary>
    public int UniqueIn { get; init; } = -1;

    /// <summary>Whether it is looked at where the whole pattern stands: a function's name is not one of its own variables.</summary>
    public bool IsOuter { get; init; }

    /// <summary>Whether only the innermost of several findings, one in the other, is told.</summary>
    public bool IsInnermost { get; init; }

    /// <summary>Whether several such definitions may share a name, as long as all of them are like this one.</summary>
    public bool IsWeak { get; init; }

    /// <summary>A mistake only where no context of this label around it defines the name; -1 for none.</summary>
    public int UndefinedIn { get; init; } = -1;

    /// <summary>Of a definition: the context that it belongs to.</summary>
    public int DefinedIn { get; init; } = -1;

    /// <summary>Names of different groups have nothing to do with one another.</summary>
    public int Group { get; init; }

    /// <summary>A mistake only where this finds fault with the text.</summary>
    public LiteralCheck? Check { get; init; }

    /// <summary>Whether <c>@reserved</c> means the words that the catalogue lists, and not some that the rule names itself.</summary>
    public bool AsksForReservedWords { get; init; }

    /// <summary>Whether a condition asks for the node's name.</summary>
    public bool NeedsName => SameName || UniqueIn >= 0 || UndefinedIn >= 0;
}
