namespace UltimateCopilot.Languages.Text;

/// <summary>Reads a <see cref="SourceText"/> in place, for parsers that take a <see cref="TextReader"/>.</summary>
internal sealed class SourceTextReader(SourceText text, int offset = 0) : TextReader
{
    private int _offset = offset;

    public override int Peek() => _offset < text.Length ? text[_offset] : -1;

    public override int Read() => _offset < text.Length ? text[_offset++] : -1;

    public override int Read(Span<char> buffer)
    {
        var units = Math.Min(buffer.Length, text.Length - _offset);
        text.CopyTo(_offset, buffer[..units]);
        _offset += units;
        return units;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));
}
