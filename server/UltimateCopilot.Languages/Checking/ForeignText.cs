using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Languages.Textual;

namespace UltimateCopilot.Languages.Checking;

/// <summary>Tells texts of another language that have the same file names, such as headers of Objective-C among those of C.</summary>
internal static class ForeignText
{
    /// <summary>Whether a line starts with a word that the language cannot have there.</summary>
    public static bool Is(SourceText text, LanguageDefinition language)
    {
        if (language.ForeignStarts.Count == 0)
        {
            return false;
        }

        foreach (var line in LinesByStart.Find(text, string.Concat(language.ForeignStarts.Select(static word => word[0]).Distinct())))
        {
            var span = text.Line(line);
            foreach (var word in language.ForeignStarts)
            {
                var end = span.Start + word.Length;
                if (end <= span.End && text.ToString(span with { End = end }) == word && (end == span.End || !char.IsLetterOrDigit(text[end])))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
