namespace UltimateCopilot.Languages.Toolchain;

/// <summary>What a program counts as one column.</summary>
internal enum ColumnUnit
{
    /// <summary>As <see cref="Text.SourceText"/> does.</summary>
    Utf16Units,

    /// <summary>Characters, those beyond the first 65,536 as one.</summary>
    CodePoints,

    /// <summary>Bytes of the file, which is in UTF-8.</summary>
    Utf8Bytes,
}
