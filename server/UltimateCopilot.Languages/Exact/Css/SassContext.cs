namespace UltimateCopilot.Languages.Exact.Css;

/// <summary>What a block of Sass lies within, however deep.</summary>
[Flags]
internal enum SassContext : byte
{
    None = 0,
    Mixin = 1,
    Function = 2,

    /// <summary>'@if', '@each' and the like.</summary>
    Control = 4,
}
