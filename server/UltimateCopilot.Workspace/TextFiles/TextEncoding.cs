namespace UltimateCopilot.Workspace.TextFiles;

/// <summary>How a file spells its text.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, also plain ASCII.</summary>
    Utf8,

    /// <summary>UTF-16, low byte first.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first.</summary>
    Utf16BigEndian,

    /// <summary>UTF-32, low byte first.</summary>
    Utf32LittleEndian,

    /// <summary>UTF-32, high byte first.</summary>
    Utf32BigEndian,

    /// <summary>One byte a character: the stand-in for a file that is not valid UTF-8.</summary>
    Latin1,
}
