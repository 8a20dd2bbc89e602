using System.Buffers;
using System.Text;
using System.Text.Unicode;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Workspace.TextFiles;

/// <summary>Turns bytes into text and remembers what the bytes said about themselves.</summary>
internal static class TextDecoder
{
    /// <summary>How far a NUL makes a file binary. As in git: a stray one in a long text is a mistake to report, not a reason to look away.</summary>
    private const int BinaryProbe = 8000;

    private static readonly Encoding Utf32Little = new UTF32Encoding(bigEndian: false, byteOrderMark: false);
    private static readonly Encoding Utf32Big = new UTF32Encoding(bigEndian: true, byteOrderMark: false);

    /// <summary>The longest mark comes first: that of UTF-32 begins with that of UTF-16.</summary>
    private static readonly (byte[] Bytes, TextEncoding Encoding)[] Marks =
    [
        ([0xFF, 0xFE, 0, 0], TextEncoding.Utf32LittleEndian),
        ([0, 0, 0xFE, 0xFF], TextEncoding.Utf32BigEndian),
        ([0xEF, 0xBB, 0xBF], TextEncoding.Utf8),
        ([0xFF, 0xFE], TextEncoding.Utf16LittleEndian),
        ([0xFE, 0xFF], TextEncoding.Utf16BigEndian),
    ];

    /// <summary>The text, or nothing when the bytes are none.</summary>
    public static TextFileContent? Decode(ReadOnlySpan<byte> bytes)
    {
        var (mark, encoding) = FindMark(bytes);
        var body = bytes[mark..];
        if (encoding == TextEncoding.Utf8 && body[..Math.Min(body.Length, BinaryProbe)].Contains((byte)0))
        {
            return null;
        }

        // No encoding has more UTF-16 units than bytes.
        var units = ArrayPool<char>.Shared.Rent(body.Length + 1);
        try
        {
            var invalid = Decode(body, ref encoding, units, out var length);
            var text = units.AsSpan(0, length);
            var format = new TextFormat(encoding, mark > 0, LineEndings.Count(text));
            return new TextFileContent(SourceText.From(text), format, bytes.Length, invalid < 0 ? null : mark + invalid);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(units);
        }
    }

    private static (int Length, TextEncoding Encoding) FindMark(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, encoding) in Marks)
        {
            if (bytes.StartsWith(mark))
            {
                return (mark.Length, encoding);
            }
        }

        return (0, TextEncoding.Utf8);
    }

    /// <summary>Decodes and gives the offset of the first invalid byte, or -1.</summary>
    private static long Decode(ReadOnlySpan<byte> body, ref TextEncoding encoding, Span<char> units, out int length)
    {
        switch (encoding)
        {
            case TextEncoding.Utf16LittleEndian:
            case TextEncoding.Utf16BigEndian:
                var big = encoding == TextEncoding.Utf16BigEndian;
                length = (big ? Encoding.BigEndianUnicode : Encoding.Unicode).GetChars(body, units);
                return InvalidUtf16(body, big);
            case TextEncoding.Utf32LittleEndian:
            case TextEncoding.Utf32BigEndian:
                var decoder = encoding == TextEncoding.Utf32BigEndian ? Utf32Big : Utf32Little;
                length = decoder.GetChars(body, units);
                return InvalidUtf32(body, encoding == TextEncoding.Utf32BigEndian);
            default:
                var status = Utf8.ToUtf16(body, units, out var read, out length, replaceInvalidSequences: false);
                if (status == OperationStatus.Done)
                {
                    return -1;
                }

                encoding = TextEncoding.Latin1;
                length = Encoding.Latin1.GetChars(body, units);
                return read;
        }
    }

    private static long InvalidUtf16(ReadOnlySpan<byte> body, bool big)
    {
        for (var i = 0; i + 1 < body.Length; i += 2)
        {
            var unit = Unit(body, i, big);
            if (!char.IsSurrogate(unit))
            {
                continue;
            }

            if (!char.IsHighSurrogate(unit) || i + 3 >= body.Length || !char.IsLowSurrogate(Unit(body, i + 2, big)))
            {
                return i;
            }

            i += 2;
        }

        return body.Length % 2 == 0 ? -1 : body.Length - 1;
    }

    private static char Unit(ReadOnlySpan<byte> body, int at, bool big) =>
        (char)(big ? (body[at] << 8) | body[at + 1] : body[at] | (body[at + 1] << 8));

    private static long InvalidUtf32(ReadOnlySpan<byte> body, bool big)
    {
        for (var i = 0; i + 3 < body.Length; i += 4)
        {
            var (high, low) = big ? (i, i + 2) : (i + 2, i);
            if (!Rune.IsValid((Unit(body, high, big) << 16) | Unit(body, low, big)))
            {
                return i;
            }
        }

        return body.Length % 4 == 0 ? -1 : body.Length - (body.Length % 4);
    }
}
