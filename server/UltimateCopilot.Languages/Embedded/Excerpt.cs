using System.Text.RegularExpressions;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Embedded;

/// <summary>
/// Code in a document is often only an excerpt: with dots for what was left out, with prompts and answers, or the inside of something. What
/// is found in it is reported as a warning, and only where the code looks complete and the mistake is none that cutting makes.
/// </summary>
internal static partial class Excerpt
{
    /// <summary>Code with more mistakes than this is none that was meant to be complete.</summary>
    private const int MostMistakes = 2;

    /// <summary>Languages whose excerpts are mostly whole statements, rules or values, and no sessions.</summary>
    private static readonly HashSet<string> Checkable = new(StringComparer.Ordinal)
    {
        "javascript", "javascriptreact", "typescript", "typescriptreact", "python", "json", "jsonc", "yaml", "toml", "html", "css", "scss", "csharp", "java", "go",
        "rust", "php", "ruby", "lua",
    };

    /// <summary>Whether an excerpt of the language can be told from broken code.</summary>
    public static bool IsCheckable(LanguageDefinition language) => Checkable.Contains(language.Id);

    /// <summary>Those findings that are worth a warning.</summary>
    public static async Task<IReadOnlyList<Finding>> FilterAsync(
        IReadOnlyList<Finding> found, SourceText text, LanguageDefinition language, EmbeddedLanguages languages, CancellationToken cancellation)
    {
        if (found.Count is 0 or > MostMistakes || !found.All(finding => IsGrave(finding, text, language)) || IsDoubtful(text.ToString(), language))
        {
            return [];
        }

        if (language.Id is "json" or "jsonc" && await IsJsonAsync(text, languages, cancellation))
        {
            return [];
        }

        return [.. found.Select(static finding => finding with { Severity = Severity.Warning })];
    }

    /// <summary>Whether cutting something out of whole code does not explain the mistake.</summary>
    private static bool IsGrave(Finding finding, SourceText text, LanguageDefinition language) => finding.Code switch
    {
        FindingCodes.MismatchedBracket or FindingCodes.UnclosedString or FindingCodes.UnclosedComment => true,
        FindingCodes.UnclosedBracket => GoesOnBehind(finding, text) && LacksOneBracket(text.ToString()),
        FindingCodes.UnpairedTag => finding.Related.Count > 0 && GoesOnBehind(finding, text),
        FindingCodes.Rejected or FindingCodes.UnexpectedToken or FindingCodes.DuplicateKey or FindingCodes.WrongDialect => false, // several versions of one thing
        _ => language.IsData,
    };

    private static bool GoesOnBehind(Finding finding, SourceText text) => !text.ToString(new TextSpan(finding.Span.End, text.Length)).AsSpan().IsWhiteSpace();

    /// <summary>Of code that is cut off in the middle mostly several are open.</summary>
    private static bool LacksOneBracket(string text) => text.Sum(static unit => unit is '(' or '[' or '{' ? 1 : unit is ')' or ']' or '}' ? -1 : 0) == 1;

    /// <summary>Whether it is JSON with comments, or the members of an object, or values one after the other.</summary>
    private static async Task<bool> IsJsonAsync(SourceText text, EmbeddedLanguages languages, CancellationToken cancellation)
    {
        var jsonc = languages.Find("jsonc");
        foreach (var whole in new[] { text.ToString(), $"{{{text}\n}}", $"[{text}\n]" })
        {
            if ((await languages.CheckAsync(jsonc, SourceText.From(whole), Layer.Exact, cancellation)).Count == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDoubtful(string text, LanguageDefinition language) =>
        Doubt().IsMatch(text) || ((language.IsData || language.Id is "python" or "ruby" or "lua" or "go" or "css") && Placeholder().IsMatch(text));

    /// <summary>Dots for what was left out, templates, prompts and answers, marks of a difference, and comments that say that it is meant to be wrong.</summary>
    [GeneratedRegex(
        @"\.\.\.|…|\{\{|\{%|^[ \t]*(?:[$%]|>{1,3}|=>|\[[^\]\n]*\][$#])\s|^[+-]\s|(?://|\#|/\*|<!--)[^\n]*(?:invalid|error|wrong|incorrect|fail|omitted|snip|not (?:valid|allowed))|[❌✗✘]",
        RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Doubt();

    /// <summary>A name in angle brackets, to be filled in by the reader.</summary>
    [GeneratedRegex(@"<[A-Za-z][\w -]*>")]
    private static partial Regex Placeholder();
}
