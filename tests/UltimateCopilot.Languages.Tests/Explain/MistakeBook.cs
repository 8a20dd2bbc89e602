using System.Runtime.CompilerServices;
using System.Text;
using UltimateCopilot.Languages.Catalogue;
using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Embedded;
using UltimateCopilot.Languages.Exact;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests.Explain;

/// <summary>
/// The mistakes of one language with what is said of them: a title after '===', the code, '~~~', then a line for each finding with its
/// place, code and message, and an indented one for each related place. "fast" is said at once, "full" by all layers but the toolchain,
/// "both" by either.
/// </summary>
internal static class MistakeBook
{
    private const string TitleMark = "=== ";
    private const string AnswerMark = "~~~";

    private static readonly LanguageCatalogue Catalogue = LanguageCatalogue.Load();
    private static readonly ExactParsers Parsers = new();
    private static readonly EmbeddedLanguages Embedded = new(static () => Catalogue, static language => Open(language));

    public static bool Exists(string language) => File.Exists(PathOf(language));

    public static IEnumerable<Mistake> Read(string language)
    {
        string? title = null;
        var code = new List<string>();
        var answer = new List<string>();
        var target = code;
        foreach (var line in File.ReadLines(PathOf(language)).Append(TitleMark))
        {
            if (line.StartsWith(TitleMark, StringComparison.Ordinal))
            {
                if (title is not null)
                {
                    yield return new Mistake(language, title, string.Join('\n', code), string.Join('\n', answer).TrimEnd());
                }

                (title, target) = (line[TitleMark.Length..], code);
                code.Clear();
                answer.Clear();
            }
            else if (line == AnswerMark)
            {
                target = answer;
            }
            else
            {
                target.Add(line);
            }
        }
    }

    public static void Write(string language, IEnumerable<Mistake> mistakes) =>
        File.WriteAllText(
            PathOf(language),
            string.Join("\n\n", mistakes.Select(mistake => $"{TitleMark}{mistake.Title}\n{mistake.Code}\n{AnswerMark}\n{Answer(mistake.Language, mistake.Code)}")) + "\n");

    public static string Answer(string language, string code)
    {
        var text = SourceText.From(code);
        using var layer = new FastLayer(Catalogue.Find(language)!);
        var fast = layer.Check(text, null, CancellationToken.None);
        var full = Full(language, text);
        var (fastWords, fullWords) = (Describe(fast, text, "fast"), Describe(full, text, "full"));
        return fastWords.Replace("fast ", "full ", StringComparison.Ordinal) == fullWords
            ? fastWords.Replace("fast ", "both ", StringComparison.Ordinal)
            : fastWords + "\n" + fullWords;
    }

    public static IReadOnlyList<Finding> Full(string language, SourceText text)
    {
        using var checker = Open(Catalogue.Find(language)!);
        return checker.CheckAsync(text, null, Layer.Exact, CancellationToken.None).ToBlockingEnumerable().Last().Findings;
    }

    /// <summary>A checker without toolchains.</summary>
    public static DocumentChecker Open(LanguageDefinition language) => new(language, path: null, Parsers, static () => null, static () => Embedded);

    /// <summary>What the language's exact parser says alone.</summary>
    public static IReadOnlyList<Finding> Exact(string language, SourceText text) =>
        Parsers.Find(Catalogue.Find(language)!.Exact)!.Check(text, CancellationToken.None);

    /// <summary>From the source folder, so that a new mistake can be recorded.</summary>
    private static string PathOf(string language, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "TestData", "mistakes", language + ".txt");

    private static string Describe(IReadOnlyList<Finding> findings, SourceText text, string layer)
    {
        if (findings.Count == 0)
        {
            return layer + " nothing";
        }

        var words = new StringBuilder();
        foreach (var finding in findings)
        {
            var severity = finding.Severity == Severity.Error ? string.Empty : $" ({finding.Severity})";
            words.Append(layer).Append(' ').Append(Place(finding.Span, text)).Append(' ').Append(finding.Code).Append(severity).Append(' ').Append(finding.Message).Append('\n');
            foreach (var related in finding.Related)
            {
                words.Append("  see ").Append(Place(related.Span, text)).Append(' ').Append(related.Message).Append('\n');
            }
        }

        return words.ToString().TrimEnd();
    }

    private static string Place(TextSpan span, SourceText text)
    {
        var (start, end) = (text.PositionAt(span.Start), text.PositionAt(span.End));
        return start.Line == end.Line ? $"{start.Line + 1}:{start.Column + 1}-{end.Column + 1}" : $"{start.Line + 1}:{start.Column + 1}-{end.Line + 1}:{end.Column + 1}";
    }
}
