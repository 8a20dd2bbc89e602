using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>A sentence of a chat before or behind the code that it talks about.</summary>
internal static partial class AnswerSentences
{
    /// <summary>Such a sentence is among so many lines at the start or the end of the file.</summary>
    private const int Edge = 6;

    public static Cause? FindAt(SourceText text, LanguageDefinition language, int line)
    {
        var isAtEdge = line < Edge || line >= text.LineCount - Edge;
        return isAtEdge && Sentence().IsMatch(PlainLine.Read(text, line))
            ? new Cause(
                new Finding
                {
                    Code = FindingCodes.PastedResidue,
                    Span = text.Line(line),
                    Message = "a sentence of an answer was pasted along: delete it",
                },
                line,
                line)
            : null;
    }

    [GeneratedRegex("""
        ^(?:Here(?:'s|’s|\ is|\ are)|Sure|Certainly|Of\ course|Below\ is|Let\ me|The\ (?:following|updated|complete|full|above)|This\ (?:code|file|script|version|function|implementation)
        |I(?:'ve|’ve|\ have|'ll|\ will)|Now\ (?:I|let)|You\ can|Note\ that|Got\ it|Okay|Great)\b[\w\s'’",.()`:;!?/-]*[.:!?]\s*$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Sentence();
}
