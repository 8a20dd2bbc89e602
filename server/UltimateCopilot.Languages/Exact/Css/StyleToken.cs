namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>One token of a style sheet.</summary>
internal struct StyleToken
{
    public StyleTokenKind Kind;

    /// <summary>Its first character.</summary>
    public char Unit;

    /// <summary>Blanks or comments stand before it.</summary>
    public bool IsSpaced;

    /// <summary>It is the first on its line.</summary>
    public bool IsFirstOnLine;

    /// <summary>Sass: part of its name is computed.</summary>
    public bool IsInterpolated;

    public int Start;
    public int End;

    /// <summary>Of a bracket within a statement: index of the bracket that pairs with it; else 0.</summary>
    public int Partner;

    /// <summary>Index of the token that its line starts with, or else the statement.</summary>
    public int LineFirst;

    public readonly bool Is(char delimiter) => Kind == StyleTokenKind.Delimiter && Unit == delimiter;

    /// <summary>Whether it opens round or square brackets.</summary>
    public readonly bool IsOpener => Kind is StyleTokenKind.Open or StyleTokenKind.Function;
}
