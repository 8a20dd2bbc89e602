using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Textual;

/// <summary>The fence of a Markdown code block, pasted along from a chat or a document.</summary>
internal static class CodeFences
{
    private const int LongestFence = 40;

    /// <summary>As first or last line it is a mistake in any code.</summary>
    public static IEnumerable<Finding> FindAround(SourceText text)
    {
        var first = 0;
        while (first < text.LineCount - 1 && text.Line(first).Length == 0)
        {
            first++;
        }

        var last = text.LineCount - 1;
        while (last > first && text.Line(last).Length == 0)
        {
            last--;
        }

        if (IsFence(text, first, mayNameLanguage: true))
        {
            yield return Fence(text, first);
        }

        if (last > first && IsFence(text, last, mayNameLanguage: false))
        {
            yield return Fence(text, last);
        }
    }

    /// <summary>In the middle, where a parser stumbles: behind some sentences of an answer, or before them.</summary>
    public static Cause? FindInside(SourceText text, LanguageDefinition language, int line) =>
        !language.IsProse && IsFence(text, line, mayNameLanguage: true) ? new Cause(Fence(text, line), line, line, UpsetsAllBehind: true) : null;

    private static Finding Fence(SourceText text, int line) => new()
    {
        Code = FindingCodes.CodeFence,
        Span = text.Line(line),
        Message = "the fence of a Markdown code block was pasted along: delete this line",
    };

    private static bool IsFence(SourceText text, int line, bool mayNameLanguage)
    {
        var span = text.Line(line);
        if (span.Length is < 3 or > LongestFence || text[span.Start] != '`')
        {
            return false;
        }

        var content = text.ToString(span).AsSpan().TrimEnd();
        return content.StartsWith("```") && (content.Length == 3 || (mayNameLanguage && content[3..].IndexOfAny('`', ' ', ';') < 0));
    }
}
