using System.Buffers;

namespace UltimateCopilot.Languages.Exact.Docker;

/// <summary>An instruction with its continuation lines in one piece, that knows where each unit of it stands in the text.</summary>
internal sealed class DockerLine
{
    private readonly ArrayBufferWriter<char> _units = new();

    /// <summary>Where pieces start: here, and in the text.</summary>
    private readonly List<(int Here, int Source)> _pieces = [];

    public ReadOnlySpan<char> Text => _units.WrittenSpan;

    public int Length => _units.WrittenCount;

    public void Clear()
    {
        _units.ResetWrittenCount();
        _pieces.Clear();
    }

    public void Append(ReadOnlySpan<char> units, int source)
    {
        _pieces.Add((Length, source));
        _units.Write(units);
    }

    /// <summary>Behind the last unit that stands on the same line of the text.</summary>
    public int EndOfPiece(int at)
    {
        var piece = _pieces.FindIndex(one => one.Here > at);
        return piece < 0 ? Length : _pieces[piece].Here;
    }

    /// <summary>Offset in the text of the unit at <paramref name="at"/>, or of what is behind it.</summary>
    public int SourceOf(int at)
    {
        var piece = _pieces.Count - 1;
        while (piece > 0 && _pieces[piece].Here > at)
        {
            piece--;
        }

        return _pieces[piece].Source + at - _pieces[piece].Here;
    }
}
