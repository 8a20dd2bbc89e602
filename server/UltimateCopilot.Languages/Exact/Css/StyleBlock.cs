namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>A block that is open.</summary>
internal struct StyleBlock
{
    public StyleBlockKind Kind;

    /// <summary>Offset of its '{'.</summary>
    public int Opener;

    /// <summary>Sass: what it lies within.</summary>
    public SassContext Within;

    /// <summary>Its '{' is missing, which has been said; so nobody misses its '}'.</summary>
    public bool IsAssumed;

    /// <summary>It belongs to '@if' or '@else', so that '@else' may follow.</summary>
    public bool IsIf;

    /// <summary>Its last statement was such a block.</summary>
    public bool EndsInIf;

    /// <summary>How far the line of its '{' is indented.</summary>
    public int Indent;

    /// <summary>How far its first statement with a line of its own is indented; -1 before there is one.</summary>
    public int InnerIndent;
}
