namespace UltimateCopilot.Languages.Findings;

/// <summary>Codes of syntax findings. Each has a section in <c>docs/errors.md</c>; a code never changes its meaning.</summary>
public static class FindingCodes
{
    /// <summary>A bracket that is opened and never closed.</summary>
    public const string UnclosedBracket = "UC1001";

    /// <summary>A closing bracket that nothing opened.</summary>
    public const string UnmatchedBracket = "UC1002";

    /// <summary>A bracket closed by one of another kind.</summary>
    public const string MismatchedBracket = "UC1003";

    /// <summary>Something required is not there.</summary>
    public const string MissingToken = "UC1004";

    /// <summary>Something is there that fits nowhere.</summary>
    public const string UnexpectedToken = "UC1005";

    /// <summary>A string that is opened and never closed.</summary>
    public const string UnclosedString = "UC1006";

    /// <summary>A comment that is opened and never closed.</summary>
    public const string UnclosedComment = "UC1007";

    /// <summary>A character that the language does not know.</summary>
    public const string UnexpectedCharacter = "UC1008";

    /// <summary>A tag without its partner.</summary>
    public const string UnpairedTag = "UC1009";

    /// <summary>Indentation that fits no block.</summary>
    public const string Indentation = "UC1010";

    /// <summary>A block header without a block.</summary>
    public const string EmptyBlock = "UC1011";

    /// <summary>The same key twice.</summary>
    public const string DuplicateKey = "UC1012";

    /// <summary>A malformed number, escape or other literal.</summary>
    public const string InvalidLiteral = "UC1013";

    /// <summary>The text stops in the middle.</summary>
    public const string UnexpectedEnd = "UC1014";

    /// <summary>A word that the language keeps for itself, used as a name.</summary>
    public const string ReservedWord = "UC1015";

    /// <summary>Text of another dialect of the language than the one that was chosen.</summary>
    public const string WrongDialect = "UC1016";

    /// <summary>Anything else that the language's own parser rejects.</summary>
    public const string Rejected = "UC1019";

    /// <summary>Markers of an unresolved merge.</summary>
    public const string ConflictMarker = "UC1020";

    /// <summary>The fence of a Markdown code block, pasted along.</summary>
    public const string CodeFence = "UC1021";

    /// <summary>Line numbers, diff marks or tags of a tool, pasted along with code.</summary>
    public const string PastedResidue = "UC1022";

    /// <summary>Code that was pasted with its line breaks and quotes written as escapes.</summary>
    public const string EscapedText = "UC1023";

    /// <summary>An answer that was cut off, or left out lines on purpose.</summary>
    public const string CutOff = "UC1024";

    /// <summary>All codes, for the documentation test.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        UnclosedBracket, UnmatchedBracket, MismatchedBracket, MissingToken, UnexpectedToken, UnclosedString, UnclosedComment,
        UnexpectedCharacter, UnpairedTag, Indentation, EmptyBlock, DuplicateKey, InvalidLiteral, UnexpectedEnd, ReservedWord, WrongDialect, Rejected,
        ConflictMarker, CodeFence, PastedResidue, EscapedText, CutOff,
    ];
}
