using System.Buffers;
using System.Text;

namespace UltimateCopilot.Rpc.Framing;

/// <summary>Finds the next <c>Content-Length</c> line in bytes that make no sense otherwise.</summary>
/// <remarks>
/// A body has no line end of its own, so the next header rarely begins a line; what tells it from text is its end: a raw line break right
/// after the digits. JSON allows no raw line break inside a string and no such text outside one, so a valid body, whatever document
/// it carries, never holds a match.
/// </remarks>
internal static class HeaderScan
{
    /// <summary>The longest line that is recognised; as many bytes must be kept for a match to be found across two reads.</summary>
    public const int WindowBytes = 64;

    public static bool TryFind(ReadOnlySequence<byte> bytes, out long at)
    {
        Span<byte> window = stackalloc byte[2 * WindowBytes];
        int carried = 0;
        long origin = 0;
        foreach (ReadOnlyMemory<byte> memory in bytes)
        {
            ReadOnlySpan<byte> span = memory.Span;
            int from = 0;
            while (span[from..].IndexOf((byte)'\n') is >= 0 and int found)
            {
                int end = from + found;
                int match;
                if (end >= WindowBytes)
                {
                    match = MatchAtEnd(span[(end - WindowBytes)..end]);
                }
                else
                {
                    span[..end].CopyTo(window[carried..]);
                    match = MatchAtEnd(window[..(carried + end)]);
                }

                if (match > 0)
                {
                    at = origin + end - match;
                    return true;
                }

                from = end + 1;
            }

            origin += span.Length;
            carried = Carry(window, carried, span);
        }

        at = 0;
        return false;
    }

    /// <summary>Keeps the last bytes before the next segment at the start of the window.</summary>
    private static int Carry(Span<byte> window, int carried, ReadOnlySpan<byte> span)
    {
        if (span.Length >= WindowBytes)
        {
            span[^WindowBytes..].CopyTo(window);
            return WindowBytes;
        }

        span.CopyTo(window[carried..]);
        int total = carried + span.Length;
        int kept = Math.Min(total, WindowBytes);
        window[(total - kept)..total].CopyTo(window);
        return kept;
    }

    /// <summary>The length of the header that ends where the bytes end; 0 when there is none.</summary>
    private static int MatchAtEnd(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> rest = bytes is [.. var head, (byte)'\r'] ? head : bytes;
        rest = rest.TrimEnd(" \t"u8);
        int digits = rest.Length;
        while (digits > 0 && char.IsAsciiDigit((char)rest[digits - 1]))
        {
            digits--;
        }

        if (digits == rest.Length)
        {
            return 0;
        }

        rest = rest[..digits].TrimEnd(" \t"u8);
        ReadOnlySpan<byte> name = "Content-Length:"u8;
        return rest.Length >= name.Length && Ascii.EqualsIgnoreCase(rest[^name.Length..], name)
            ? bytes.Length - rest.Length + name.Length
            : 0;
    }
}
