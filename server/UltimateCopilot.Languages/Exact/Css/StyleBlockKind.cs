namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>What may stand in a block.</summary>
internal enum StyleBlockKind : byte
{
    /// <summary>The whole sheet: rules.</summary>
    Root,

    /// <summary>Rules, as in '@media' outside of a rule.</summary>
    Rules,

    /// <summary>Declarations and nested rules, as in a style rule.</summary>
    Style,

    /// <summary>Declarations.</summary>
    Declarations,

    /// <summary>The steps of an animation.</summary>
    Keyframes,

    /// <summary>Whatever its place of use allows: mixins, control flow, and at-rules that nobody knows.</summary>
    Mixed,
}
