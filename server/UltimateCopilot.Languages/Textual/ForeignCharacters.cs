using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>Typographic quotes and dashes and invisible characters, which come along when code is copied from documents; a byte order mark is none of them.</summary>
internal static class ForeignCharacters
{
    public static Cause? FindAt(SourceText text, LanguageDefinition language, int line)
    {
        var content = PlainLine.Read(text, line);
        var comment = language.LineComment is { } mark ? content.IndexOf(mark, StringComparison.Ordinal) : -1;
        content = comment < 0 ? content : content[..comment];
        foreach (var index in PlainLine.OutsideQuotes(content))
        {
            if (Wording.IsForeign(content[index]) && (line > 0 || index > 0))
            {
                var start = text.LineStart(line) + index;
                return new Cause(
                    new Finding { Code = FindingCodes.UnexpectedCharacter, Span = new TextSpan(start, start + 1), Message = Wording.Character(content[index]) },
                    line,
                    line);
            }
        }

        return null;
    }
}
