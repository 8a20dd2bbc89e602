namespace UltimateCopilot.Languages.Text;

/// <summary>A stretch of text: UTF-16 offsets from the start of the document, the end exclusive.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 units, 0 for a place between two of them.</summary>
    public int Length => End - Start;

    /// <summary>Whether <paramref name="offset"/> lies in the stretch or at one of its ends.</summary>
    public bool Touches(int offset) => offset >= Start && offset <= End;

    /// <summary>Whether both have text in common, or touch.</summary>
    public bool Touches(TextSpan other) => other.Start <= End && other.End >= Start;
}
