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

    /// <summary>Where a stretch of the old document is in the new one.</summary>
    public TextSpan Map(TextSpan span)
    {
        var start = Map(span.Start);
        return new TextSpan(start, Math.Max(start, Map(span.End)));
    }
}
