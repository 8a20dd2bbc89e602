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

    /// <summary>As many units further on, or back where it is less than 0.</summary>
    public TextSpan ShiftedBy(int units) => new(Start + units, End + units);

    /// <summary>What of it lies in <paramref name="whole"/>.</summary>
    public TextSpan Within(TextSpan whole) => new(Math.Clamp(Start, whole.Start, whole.End), Math.Clamp(End, whole.Start, whole.End));
}
