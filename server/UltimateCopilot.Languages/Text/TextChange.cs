namespace UltimateCopilot.Languages.Text;

/// <summary>One replacement: the units of <see cref="Old"/> became <see cref="NewLength"/> other ones.</summary>
public readonly record struct TextChange(TextSpan Old, int NewLength)
{
    /// <summary>Offset behind the inserted text, in the new document.</summary>
    public int NewEnd => Old.Start + NewLength;

    /// <summary>Where an offset of the old document is in the new one; inside the replaced text: the end of the new text.</summary>
    public int Map(int offset) =>
        offset < Old.Start ? offset
        : offset >= Old.End ? offset + NewLength - Old.Length
        : NewEnd;
}
