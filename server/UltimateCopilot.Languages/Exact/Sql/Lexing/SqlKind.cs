namespace UltimateCopilot.Languages.Exact.Sql.Lexing;

/// <summary>Kinds of tokens. Keywords have the numbers from <see cref="FirstKeyword"/> on, in the order of <see cref="SqlVocabulary"/>.</summary>
internal static class SqlKind
{
    /// <summary>Behind the last token.</summary>
    public const ushort End = 0;

    /// <summary>What ends a statement whatever stands open: <c>GO</c>, <c>/</c>, <c>\g</c>, or what DELIMITER has named.</summary>
    public const ushort Terminator = 1;

    /// <summary>A number that runs into a word.</summary>
    public const ushort BadNumber = 2;

    /// <summary>A word that is no keyword.</summary>
    public const ushort Word = 3;

    /// <summary>A name in quotes.</summary>
    public const ushort QuotedName = 4;

    /// <summary>Text in double quotes where settings decide whether that is a name or a string.</summary>
    public const ushort DoubleQuoted = 5;

    public const ushort String = 6;

    /// <summary>A string between dollar signs: often the body of a function.</summary>
    public const ushort DollarString = 7;

    public const ushort Number = 8;

    /// <summary>A place for a value: <c>:x</c>, <c>$1</c>, <c>%s</c>, <c>{{ x }}</c>.</summary>
    public const ushort Parameter = 9;

    /// <summary><c>@x</c></summary>
    public const ushort Variable = 10;

    /// <summary>An operator without a kind of its own.</summary>
    public const ushort Operator = 11;

    /// <summary>An operator that cannot stand before its only operand: <c>&lt;</c>, <c>&gt;=</c>.</summary>
    public const ushort Comparison = 12;

    public const ushort UnclosedString = 13;
    public const ushort UnclosedName = 14;
    public const ushort UnclosedComment = 15;

    /// <summary>A character that starts nothing.</summary>
    public const ushort Stray = 16;

    /// <summary>The first of the kinds that have one spelling.</summary>
    public const ushort FirstPunctuation = 17;

    public const ushort Semicolon = 17;
    public const ushort OpenParen = 18;
    public const ushort CloseParen = 19;
    public const ushort OpenBracket = 20;
    public const ushort CloseBracket = 21;
    public const ushort Comma = 22;
    public const ushort Dot = 23;
    public const ushort Colon = 24;
    public const ushort Cast = 25;
    public const ushort Assign = 26;
    public const ushort Arrow = 27;
    public const ushort DotDot = 28;
    public const ushort Equal = 29;
    public const ushort Plus = 30;
    public const ushort Minus = 31;
    public const ushort Star = 32;
    public const ushort Slash = 33;
    public const ushort Percent = 34;
    public const ushort Question = 35;
    public const ushort OpenLabel = 36;
    public const ushort CloseLabel = 37;
    public const ushort At = 38;

    public const ushort FirstKeyword = 39;

    /// <summary>The spellings of the kinds from <see cref="FirstPunctuation"/> on.</summary>
    public static readonly string[] Punctuation =
        [";", "(", ")", "[", "]", ",", ".", ":", "::", ":=", "=>", "..", "=", "+", "-", "*", "/", "%", "?", "<<", ">>", "@"];

    public static bool EndsStatement(ushort kind) => kind is End or Semicolon or Terminator;
}
