using System.Buffers.Text;
using System.Text;

namespace UltimateCopilot.Rpc.Framing;

/// <summary>Reads the header lines before a message body.</summary>
/// <remarks>
/// Lines end in CR LF or LF; empty lines before the first header are skipped; names are compared without case; headers other than
/// <c>Content-Length</c> are ignored. A line that is no header, a length that is no plain decimal number, two different lengths, a block
/// without a length and a block longer than <see cref="MaxBytes"/> are malformed.
/// </remarks>
internal static class HeaderBlock
{
    public const int MaxBytes = 4096;

    public static HeaderStatus Read(ReadOnlySpan<byte> bytes, out int size, out long length)
    {
        size = 0;
        length = -1;
        bool anyHeader = false;
        while (true)
        {
            ReadOnlySpan<byte> rest = bytes[size..];
            int end = rest.IndexOf((byte)'\n');
            if (size + Math.Max(end, end < 0 ? rest.Length : 0) >= MaxBytes)
            {
                return HeaderStatus.Malformed;
            }

            if (end < 0)
            {
                return HeaderStatus.Incomplete;
            }

            ReadOnlySpan<byte> line = rest[..end];
            size += end + 1;
            if (line is [.. var head, (byte)'\r'])
            {
                line = head;
            }

            if (!line.IsEmpty)
            {
                anyHeader = true;
                if (!ReadLine(line, ref length))
                {
                    return HeaderStatus.Malformed;
                }
            }
            else if (anyHeader)
            {
                return length >= 0 ? HeaderStatus.Complete : HeaderStatus.Malformed;
            }
        }
    }

    private static bool ReadLine(ReadOnlySpan<byte> line, ref long length)
    {
        int colon = line.IndexOf((byte)':');
        if (colon <= 0 || !IsName(line[..colon]))
        {
            return false;
        }

        if (!Ascii.EqualsIgnoreCase(line[..colon], "Content-Length"u8))
        {
            return true;
        }

        ReadOnlySpan<byte> value = line[(colon + 1)..].Trim(" \t"u8);
        if (value.IsEmpty || !char.IsAsciiDigit((char)value[0]) || !Utf8Parser.TryParse(value, out long number, out int used)
            || used != value.Length || (length >= 0 && length != number))
        {
            return false;
        }

        length = number;
        return true;
    }

    private static bool IsName(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)b) && b != '-' && b != '_')
            {
                return false;
            }
        }

        return true;
    }
}
