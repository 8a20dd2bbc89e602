using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain;

/// <summary>What a toolchain is asked about.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Language">Identifier of the language it is checked as.</param>
/// <param name="Path">Where it lies, or its name, for what the name tells; never opened. Null where it has none.</param>
internal readonly record struct ToolchainDocument(SourceText Text, string Language, string? Path = null)
{
    /// <summary>Where the code starts: behind a byte order mark, which many programs take for code.</summary>
    public int CodeStart => Text.Length > 0 && Text[0] == '\uFEFF' ? 1 : 0;

    /// <summary>The text from <see cref="CodeStart"/> on.</summary>
    public string Code => Text.ToString(new TextSpan(CodeStart, Text.Length));
}
