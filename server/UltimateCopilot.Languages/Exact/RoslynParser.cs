using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact;

/// <summary>C# by its own compiler's parser, with the newest syntax allowed.</summary>
internal sealed class RoslynParser : IExactParser
{
    // "FileBasedProgram" accepts the '#:' lines of programs that are a single file.
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default
        .WithLanguageVersion(LanguageVersion.Preview)
        .WithDocumentationMode(DocumentationMode.None)
        .WithFeatures([new KeyValuePair<string, string>("FileBasedProgram", "true")]);

    public bool OverrulesGrammar => true;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Nesting.FindTooDeep(text) is { } tooDeep)
        {
            return [tooDeep];
        }

        var tree = CSharpSyntaxTree.ParseText(new RoslynText(text), Options, cancellationToken: cancellation);
        var findings = new List<Finding>();
        Finding? swallowing = null;
        foreach (var diagnostic in tree.GetDiagnostics(cancellation))
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                findings.Add(Translate(diagnostic, text, tree));
                swallowing ??= diagnostic.Id is "CS1035" or "CS1039" or "CS8997" ? findings[^1] : null;
            }
        }

        if (swallowing is not null)
        {
            // A comment or string that goes on to the end of the file takes brackets and semicolons along.
            findings.RemoveAll(finding => finding != swallowing && (finding.Span.Start >= swallowing.Span.Start || finding.Code == FindingCodes.UnclosedBracket));
        }

        return FindingEchoes.Drop(findings, text);
    }

    private static Finding Translate(Diagnostic diagnostic, SourceText text, SyntaxTree tree)
    {
        var span = diagnostic.Location.SourceSpan;
        if (diagnostic.Id is "CS8997" or "CS1039" or "CS1010")
        {
            // Some of these are placed where the file ends; the token knows where the string starts.
            var token = tree.GetRoot().FindToken(span.Start);
            var start = token.SpanStart < span.Start || token.Span.Length > 0 ? token.SpanStart : tree.GetRoot().FindToken(Math.Max(span.Start - 1, 0)).SpanStart;
            span = Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, Math.Max(text.LineEnd(text.LineAt(start)), start));
        }

        var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.');
        var (code, words) = diagnostic.Id switch
        {
            "CS1002" => (FindingCodes.MissingToken, "expected ';'"),
            "CS1003" => (FindingCodes.MissingToken, $"expected {AfterComma(message).Replace(" expected", string.Empty, StringComparison.Ordinal)}"),
            "CS1026" => (FindingCodes.UnclosedBracket, "expected ')': a '(' before is never closed"),
            "CS1513" => (FindingCodes.UnclosedBracket, "expected '}': a '{' before is never closed"),
            "CS1514" => (FindingCodes.MissingToken, "expected '{'"),
            "CS1001" => (FindingCodes.MissingToken, "expected a name"),
            "CS1031" => (FindingCodes.MissingToken, "expected a type"),
            "CS1733" => (FindingCodes.MissingToken, "expected an expression"),
            "CS1010" or "CS1039" or "CS8997" => (FindingCodes.UnclosedString, "this string is never closed: expected '\"'"),
            "CS1012" or "CS1011" => (FindingCodes.InvalidLiteral, "a character literal holds exactly one character between quotes"),
            "CS1035" => (FindingCodes.UnclosedComment, "this comment is never closed: expected '*/'"),
            "CS1056" => (FindingCodes.UnexpectedCharacter, Wording.Character(text[span.Start])),
            "CS1022" => (FindingCodes.UnmatchedBracket, "'}' closes nothing: no bracket is open here"),
            "CS1525" or "CS1519" or "CS1041" => (FindingCodes.UnexpectedToken, $"unexpected {Wording.Quote(text, new TextSpan(span.Start, span.End))}"),
            "CS1009" or "CS1013" => (FindingCodes.InvalidLiteral, Wording.Clause(message)),
            "CS8300" => (FindingCodes.ConflictMarker, "merge conflict marker"),
            _ => (FindingCodes.Rejected, Wording.Clause(message)),
        };
        if (code == FindingCodes.UnmatchedBracket && (span.Length == 0 || text[span.Start] != '}'))
        {
            (code, words) = (FindingCodes.Rejected, Wording.Clause(message));
        }

        return new Finding { Code = code, Span = new TextSpan(span.Start, span.End), Message = words, Layer = Layer.Exact };
    }

    /// <summary>"Syntax error, ',' expected" without its first half.</summary>
    private static string AfterComma(string message) => message[(message.IndexOf(", ", StringComparison.Ordinal) + 2)..];
}
