using UltimateCopilot.Languages.Text;
using UltimateCopilot.Lsp.Protocol;

namespace UltimateCopilot.Lsp.Documents;

/// <summary>Between offsets of a text and positions as the client counts them.</summary>
internal static class PositionMapping
{
    /// <summary>Offset of a position; beyond its line: the line's end, beyond the text: its end.</summary>
    public static int OffsetAt(this SourceText text, Position position, PositionEncoding encoding) =>
        encoding == PositionEncoding.Utf8
            ? text.OffsetAtUtf8(position.Line, position.Character)
            : text.OffsetAt(new TextPosition(position.Line, position.Character));

    /// <summary>The client's position of an offset.</summary>
    public static Position PositionAt(this SourceText text, int offset, PositionEncoding encoding)
    {
        var place = text.PositionAt(offset);
        return new Position(place.Line, encoding == PositionEncoding.Utf8 ? text.Utf8ColumnAt(place) : place.Column);
    }

    /// <summary>The client's range of a span.</summary>
    public static Protocol.Range RangeOf(this SourceText text, TextSpan span, PositionEncoding encoding) =>
        new(text.PositionAt(span.Start, encoding), text.PositionAt(span.End, encoding));
}
