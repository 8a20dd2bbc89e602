namespace UltimateCopilot.Languages.Outlines;

/// <summary>What is folded.</summary>
public enum FoldKind
{
    /// <summary>A block of code.</summary>
    Region,

    /// <summary>A comment, or several in a row.</summary>
    Comment,

    /// <summary>The imports at the top.</summary>
    Imports,
}
