namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>A pair of brackets in an expression of Sass, while what stands between them is read.</summary>
internal struct SassBracket
{
    /// <summary>Index of the opening bracket; -1 outside of all.</summary>
    public int Opener;

    /// <summary>Where the first entry starts that has no colon; -1 where all have one.</summary>
    public int WithoutColon;

    /// <summary>Where the entry starts that is being read.</summary>
    public int Entry;

    public bool EntryHasColon;

    /// <summary>An entry had a colon.</summary>
    public bool IsMap;

    /// <summary>An argument had a name.</summary>
    public bool HasNamed;
}
