namespace UltimateCopilot.Languages.Findings;

/// <summary>How fine the parser is that has spoken; a finer one overrules a coarser one.</summary>
public enum Layer
{
    /// <summary>The incremental grammar, on every change.</summary>
    Fast,

    /// <summary>A managed parser that follows the language's own rules.</summary>
    Exact,

    /// <summary>The language's own parser, found on the machine.</summary>
    Toolchain,
}
