namespace UltimateCopilot.Languages.Toolchain;

/// <summary>What a program takes for the end of a line.</summary>
internal enum LineBreaks
{
    /// <summary>LF, CR LF and CR, as <see cref="Text.SourceText"/> does.</summary>
    Usual,

    /// <summary>LF alone, also behind a CR, which then belongs to the line.</summary>
    LineFeeds,

    /// <summary>The usual ones, U+2028 and U+2029, as ECMAScript has it.</summary>
    Unicode,
}
