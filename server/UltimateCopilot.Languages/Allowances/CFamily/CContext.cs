namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>What kind of brackets a statement stands in, or opens.</summary>
internal enum CContext : byte
{
    /// <summary>The file itself, a namespace, or <c>extern "C"</c>.</summary>
    File,

    /// <summary>A struct, class or union.</summary>
    Members,

    /// <summary>A block of statements.</summary>
    Body,

    /// <summary>An enumeration or initialiser: commas divide it.</summary>
    List,

    /// <summary>Parentheses.</summary>
    Round,

    /// <summary>Square brackets.</summary>
    Square,
}
