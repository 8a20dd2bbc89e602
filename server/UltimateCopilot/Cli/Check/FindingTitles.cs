using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Cli.Check;

/// <summary>What each code means in general, for reports that describe their rules.</summary>
internal static class FindingTitles
{
    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        [FindingCodes.UnclosedBracket] = "A bracket is opened and never closed.",
        [FindingCodes.UnmatchedBracket] = "A closing bracket was opened nowhere.",
        [FindingCodes.MismatchedBracket] = "A bracket is closed by one of another kind.",
        [FindingCodes.MissingToken] = "Something required is not there.",
        [FindingCodes.UnexpectedToken] = "Something stands where it does not fit.",
        [FindingCodes.UnclosedString] = "A string is opened and never closed.",
        [FindingCodes.UnclosedComment] = "A comment is opened and never closed.",
        [FindingCodes.UnexpectedCharacter] = "A character is not known to the language.",
        [FindingCodes.UnpairedTag] = "A tag has no partner.",
        [FindingCodes.Indentation] = "Indentation fits no block.",
        [FindingCodes.EmptyBlock] = "A block header has no block.",
        [FindingCodes.DuplicateKey] = "The same key stands twice.",
        [FindingCodes.InvalidLiteral] = "A number, an escape or another literal is malformed.",
        [FindingCodes.UnexpectedEnd] = "The text stops in the middle.",
        [FindingCodes.ReservedWord] = "A reserved word is used as a name.",
        [FindingCodes.WrongDialect] = "The text is of another dialect of the language.",
        [FindingCodes.Rejected] = "The language's own parser rejects the text.",
        [FindingCodes.ConflictMarker] = "Markers of an unresolved merge are left.",
        [FindingCodes.CodeFence] = "The fence of a Markdown code block was pasted along.",
        [FindingCodes.PastedResidue] = "Line numbers, diff marks or tags of a tool were pasted along.",
        [FindingCodes.EscapedText] = "Code was pasted with its line breaks and quotes as escapes.",
        [FindingCodes.CutOff] = "An answer was cut off, or left lines out.",
    };

    public static string Of(string code) => Titles.GetValueOrDefault(code, "The text is not valid.");
}
