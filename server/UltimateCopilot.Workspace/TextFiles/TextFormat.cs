namespace UltimateCopilot.Workspace.TextFiles;

/// <summary>All that a file's bytes say beyond its text; whoever writes the file back keeps it.</summary>
/// <param name="Encoding">How the text is spelled.</param>
/// <param name="HasByteOrderMark">Whether a byte order mark precedes the text, of which it is no part.</param>
/// <param name="LineEndings">How lines end.</param>
public sealed record TextFormat(TextEncoding Encoding, bool HasByteOrderMark, LineEndings LineEndings);
