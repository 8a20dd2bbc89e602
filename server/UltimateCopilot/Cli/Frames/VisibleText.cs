using System.Globalization;
using System.Text;

namespace UltimateCopilot.Cli.Frames;

/// <summary>
/// Text as it may go to a terminal: nothing in it moves the cursor, changes a colour, or turns the direction of what follows, and what
/// cannot be seen is shown by its name.
/// </summary>
internal static class VisibleText
{
    private const int TabSize = 4;

    /// <summary>A text of one line, such as a message or a path.</summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        for (var (at, cell) = (0, 0); at < text.Length;)
        {
            var (units, cells) = Append(visible, text.AsSpan(at), cell);
            at += units;
            cell += cells;
        }

        return visible.ToString();
    }

    /// <summary>Appends the first character of <paramref name="text"/>.</summary>
    /// <param name="target">Gets the character as it is shown.</param>
    /// <param name="text">Not empty.</param>
    /// <param name="cell">The column it is shown at, which decides how wide a tab is.</param>
    /// <returns>How many units it has, and how many columns it takes.</returns>
    public static (int Units, int Cells) Append(StringBuilder target, ReadOnlySpan<char> text, int cell)
    {
        if (text[0] == '\t')
        {
            var width = TabSize - (cell % TabSize);
            target.Append(' ', width);
            return (1, width);
        }

        if (text[0] is < ' ' or '\x7F')
        {
            target.Append(text[0] == '\x7F' ? '\u2421' : (char)(0x2400 + text[0])); // the pictures that Unicode has for them
            return (1, 1);
        }

        if (Rune.DecodeFromUtf16(text, out var rune, out var units) != System.Buffers.OperationStatus.Done)
        {
            return (1, AppendName(target, text[0]));
        }

        if (IsHidden(rune))
        {
            return (units, AppendName(target, rune.Value));
        }

        target.Append(text[..units]);
        return (units, CellWidth.Of(rune));
    }

    /// <summary>Joiners stay, since emoji and some scripts fall apart without them.</summary>
    private static bool IsHidden(Rune rune) => rune.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static int AppendName(StringBuilder target, int value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"<U+{value:X4}>");
        target.Append(name);
        return name.Length;
    }
}
