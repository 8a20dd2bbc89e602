using System.Buffers;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Exact.Html;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>Takes out of the text of an element what is not of that text's own language: what a template has left there, and marks that hide it from old browsers.</summary>
internal static class ElementMask
{
    private const string SectionStart = "<![CDATA[";
    private const string SectionEnd = "]]>";
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    private static readonly SearchValues<char> NameUnits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.@%$#[]");

    /// <summary>
    /// Replaces all that by blanks, and pieces of a template that stand for a value by a value, each of the same length. False where the text is
    /// none that can be checked, since a template may leave out or repeat parts of it, or all of it is put there later.
    /// </summary>
    /// <param name="units">The text.</param>
    /// <param name="language">Its language.</param>
    /// <param name="masked">Collects where values of a template stood.</param>
    public static bool Apply(Span<char> units, LanguageDefinition language, List<TextSpan> masked)
    {
        if (!units.Trim().ContainsAnyExcept(NameUnits))
        {
            return false; // a name that a tool replaces
        }

        MaskSection(units);
        MaskComment(units, language);
        return MaskTemplates(units, language, masked);
    }

    private static bool MaskTemplates(Span<char> units, LanguageDefinition language, List<TextSpan> masked)
    {
        var templates = new HtmlTemplates(units);
        for (var at = 0; units[at..].IndexOfAny('{', '<') is >= 0 and var next;)
        {
            at += next;
            if (!templates.IsAt(at, out var end, out var isControl) || (units[at] == '{' && units[at..end].ContainsAny('\n', ';')))
            {
                at++; // two braces in a row may also be code; a value stands on one line
                continue;
            }

            if (isControl)
            {
                return false;
            }

            units[at..end].Fill(language.IsData ? ' ' : '_');
            units[at] = language.IsData ? '0' : '_';
            masked.Add(new TextSpan(at, end));
            at = end;
        }

        return true;
    }

    /// <summary>In XHTML the text may stand in a section that is no part of its language.</summary>
    private static void MaskSection(Span<char> units)
    {
        if (units.IndexOf(SectionStart) is >= 0 and var start)
        {
            units.Slice(start, SectionStart.Length).Fill(' ');
            if (units.LastIndexOf(SectionEnd) is >= 0 and var end)
            {
                units.Slice(end, SectionEnd.Length).Fill(' ');
            }
        }
    }

    /// <summary>
    /// The marks of an HTML comment. In a style sheet they may stand around all of it; in a script the line of each is a comment as a whole.
    /// </summary>
    /// <remarks>https://tc39.es/ecma262/#sec-html-like-comments and https://drafts.csswg.org/css-syntax/#CDO-token-diagram</remarks>
    private static void MaskComment(Span<char> units, LanguageDefinition language)
    {
        if (language.IsData)
        {
            return;
        }

        var isStyle = language.Id is "css" or "scss";
        foreach (var mark in new[] { CommentStart, CommentEnd })
        {
            for (var at = 0; units[at..].IndexOf(mark) is >= 0 and var next; at += mark.Length)
            {
                at += next;
                if (units[..at].TrimEnd(" \t") is [] or [.., '\r' or '\n'])
                {
                    var length = units[at..].IndexOfAny('\r', '\n');
                    units.Slice(at, isStyle ? mark.Length : length < 0 ? units.Length - at : length).Fill(' ');
                }
            }
        }
    }
}
