using System.Globalization;
using System.Text;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Rules.Literals;

/// <summary>A name of ECMAScript with Unicode escapes, which must not spell what could not be written plainly.</summary>
internal static class EcmaName
{
    private static readonly HashSet<string> ReservedWords =
    [
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export", "extends", "false", "finally", "for", "function", "if",
        "import", "in", "instanceof", "new", "null", "return", "super", "switch", "this", "throw", "true", "try", "typeof", "var", "void", "while", "with",
    ];

    public static string? Check(ReadOnlySpan<char> literal, out TextSpan at)
    {
        at = new TextSpan(0, literal.Length);
        var name = new StringBuilder();
        for (var i = 0; i < literal.Length; i++)
        {
            if (literal[i] != '\\')
            {
                name.Append(literal[i]);
                continue;
            }

            var isBraced = i + 2 < literal.Length && literal[i + 2] == '{';
            var length = isBraced ? literal[i..].IndexOf('}') - 3 : 4;
            var start = i + (isBraced ? 3 : 2);
            if (length < 1 || start + length > literal.Length
                || !int.TryParse(literal.Slice(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) || !Rune.IsValid(value))
            {
                return "this escape is no character";
            }

            var rune = new Rune(value);
            var isPart = Rune.IsLetter(rune) || value is '$' or '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LetterNumber
                || (name.Length > 0 && (value is 0x200C or 0x200D || Rune.IsDigit(rune)
                    || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation));
            if (!isPart && value < 0x80)
            {
                return "a name cannot hold this character, escaped or not";
            }

            name.Append(rune.ToString());
            i = start + length - (isBraced ? 0 : 1);
        }

        var word = name.ToString();
        return ReservedWords.Contains(word) ? $"'{word}' is a reserved word, escaped or not" : null;
    }
}
