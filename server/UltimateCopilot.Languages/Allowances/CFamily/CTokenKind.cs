namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>What a <see cref="CToken"/> is.</summary>
internal enum CTokenKind : byte
{
    /// <summary>A name or keyword.</summary>
    Word,

    Number,

    /// <summary>A string or character with its quotes.</summary>
    Quoted,

    /// <summary>One character of punctuation.</summary>
    Sign,

    /// <summary>A directive of the preprocessor, with the lines that a backslash joins to it.</summary>
    Directive,
}
