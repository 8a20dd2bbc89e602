using System.Buffers;

namespace UltimateCopilot.Languages.Text;

/// <summary>A text in one piece, in borrowed memory, for what runs at every keystroke. Give it back, and do not look at it afterwards.</summary>
internal readonly struct FlatText : IDisposable
{
    public FlatText(SourceText text)
    {
        var memory = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(0, memory.AsSpan(0, text.Length));
        Units = new ArraySegment<char>(memory, 0, text.Length);
    }

    public ArraySegment<char> Units { get; }

    public void Dispose() => ArrayPool<char>.Shared.Return(Units.Array!);
}
