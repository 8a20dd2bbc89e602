using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Workspace.TextFiles;

/// <summary>The text of a file.</summary>
/// <param name="Text">The text, without byte order mark.</param>
/// <param name="Format">What is needed to write it back.</param>
/// <param name="ByteLength">The size of the file as it was read.</param>
/// <param name="InvalidByteOffset">
/// Where the first byte lies that is wrong in the encoding the file claims, counted from the start of the file; nothing when all is well.
/// A file that is not UTF-8 is then read as Latin-1; in UTF-16 and UTF-32 a replacement character stands for what is wrong. Such a
/// text is good enough to check, not to write back over the file without asking.
/// </param>
public sealed record TextFileContent(SourceText Text, TextFormat Format, long ByteLength, long? InvalidByteOffset) : TextFileResult;
