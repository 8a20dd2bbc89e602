namespace UltimateCopilot.Languages.Trees;

/// <summary>What is known of a node; the values are those of <c>grammars/native/syntax.h</c>.</summary>
[Flags]
internal enum NodeFlags : ushort
{
    None = 0,

    /// <summary>A rule of the grammar, not a literal token.</summary>
    Named = 1,

    /// <summary>Inserted by error recovery, of no width.</summary>
    Missing = 2,

    /// <summary>Text that the parser could not place.</summary>
    Error = 4,

    /// <summary>Holds an error or a missing node.</summary>
    Damaged = 8,

    /// <summary>Comments and the like, allowed anywhere.</summary>
    Extra = 16,

    Leaf = 32,

    /// <summary>A token that its parse state has no use for.</summary>
    Unexpected = 64,
}
