using UltimateCopilot.Languages.Explain;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Toolchain.EcmaScript;

/// <summary>TypeScript's reports as findings, in our words where its own are poor.</summary>
internal static class TypeScriptWords
{
    // The compiler counts U+2028 and U+2029 as line breaks, and a byte order mark not at all.
    private static readonly ToolPlaces Places = new(ColumnUnit.Utf16Units) { Breaks = LineBreaks.Unicode, SkipsByteOrderMark = true };

    /// <summary>The findings in document order, one for each mistake.</summary>
    public static IReadOnlyList<Finding> Translate(List<TypeScriptDiagnostic> diagnostics, SourceText text) =>
        FindingEchoes.Drop(diagnostics.Exists(UnclosedElements.IsOne) ? WithElements(diagnostics, text) : [.. diagnostics.Select(diagnostic => Translate(diagnostic, text))], text);

    /// <summary>The finding for one report.</summary>
    public static Finding Translate(TypeScriptDiagnostic diagnostic, SourceText text)
    {
        var span = TokenSpans.At(text, OffsetOf(diagnostic, text));
        if (IsMismatch(diagnostic))
        {
            return Mismatch(diagnostic, text, span);
        }

        var (code, message) = Describe(diagnostic, text, span);
        return new Finding { Code = code, Span = span, Message = message, Layer = Layer.Toolchain };
    }

    /// <summary>What an element without an end tag swallows is echo.</summary>
    private static List<Finding> WithElements(List<TypeScriptDiagnostic> diagnostics, SourceText text)
    {
        var elements = new UnclosedElements(text);
        var findings = new List<Finding>();
        int? open = null;
        foreach (var (i, diagnostic) in diagnostics.Index())
        {
            if (!UnclosedElements.IsOne(diagnostic))
            {
                if (open is { } innermost && !IsMismatch(diagnostic))
                {
                    findings.Add(elements.AtStumble(innermost, OffsetOf(diagnostic, text)));
                    return findings;
                }

                findings.Add(Translate(diagnostic, text));
                open = null; // the element's end tag closes one within it that is of another name
                continue;
            }

            var next = diagnostics.FindIndex(i, static other => !UnclosedElements.IsOne(other));
            var place = OffsetOf(diagnostic, text);
            if (elements.AtForeignEnd(place, next < 0 ? text.Length : OffsetOf(diagnostics[next], text)) is { } finding)
            {
                findings.Add(finding);
            }
            else
            {
                open = place;
            }
        }

        if (open is { } last)
        {
            findings.Add(elements.AtStumble(last, stumble: null));
        }

        return findings;
    }

    /// <summary>"Expected corresponding JSX closing tag for 'a'", at the name of the end tag that stands there.</summary>
    private static Finding Mismatch(TypeScriptDiagnostic diagnostic, SourceText text, TextSpan name)
    {
        var start = name.Start >= 2 && text.ToString(name with { Start = name.Start - 2, End = name.Start }) == "</" ? name.Start - 2 : name.Start;
        var span = new TextSpan(start, name.End < text.Length && text[name.End] == '>' ? name.End + 1 : name.End);
        var open = diagnostic.Message.Split('\'') is [_, var named, ..] ? named : string.Empty;
        return new Finding { Code = FindingCodes.UnpairedTag, Span = span, Message = $"{Wording.Quote(text, span)} does not close the open '<{open}>'", Layer = Layer.Toolchain };
    }

    private static bool IsMismatch(TypeScriptDiagnostic diagnostic) => diagnostic.Code is 17002 or 17015;

    private static int OffsetOf(TypeScriptDiagnostic diagnostic, SourceText text) => Places.OffsetAt(text, diagnostic.Line, diagnostic.Column);

    private static (string Code, string Message) Describe(TypeScriptDiagnostic diagnostic, SourceText text, TextSpan span)
    {
        var unit = span.Length > 0 ? text[span.Start] : '\0';
        return diagnostic.Code switch
        {
            1002 => (FindingCodes.UnclosedString, "this string is never closed"),
            1003 => (FindingCodes.MissingToken, "expected a name"),
            1005 => Expected(diagnostic.Message, isAtEnd: span.Start >= text.Length),
            1010 => (FindingCodes.UnclosedComment, "this comment is never closed: expected '*/'"),
            1109 => (FindingCodes.MissingToken, "expected an expression"),
            1110 => (FindingCodes.MissingToken, "expected a type"),
            1126 => (FindingCodes.UnexpectedEnd, "the file ends in the middle of a construct"),
            1127 when unit != '\0' => (FindingCodes.UnexpectedCharacter, Wording.Character(unit)),
            1128 when unit == '}' => (FindingCodes.UnmatchedBracket, "'}' closes nothing: no bracket is open here"),
            1128 or 1434 when unit != '\0' => (FindingCodes.UnexpectedToken, $"unexpected {Wording.Quote(text, span)}"),
            1135 => (FindingCodes.MissingToken, "expected an argument"),
            1136 => (FindingCodes.MissingToken, "expected a property"),
            1137 => (FindingCodes.MissingToken, "expected ','"),
            1138 => (FindingCodes.MissingToken, "expected a parameter"),
            1160 => (FindingCodes.UnclosedString, "this template is never closed: expected '`'"),
            1161 => (FindingCodes.UnclosedString, "this regular expression is never closed: expected '/'"),
            1185 => (FindingCodes.ConflictMarker, "merge conflict marker"),
            1359 or 1389 or 1390 => (FindingCodes.ReservedWord, Wording.Clause(diagnostic.Message)),
            1121 or 1124 or 1125 or 1177 or 1178 or 1198 or 1199 or 1351 or 1352 or 1353 or 6188 or 6189 => (FindingCodes.InvalidLiteral, Wording.Clause(diagnostic.Message)),
            _ when diagnostic.IsTypeInJavaScript => (FindingCodes.WrongDialect, Wording.Clause(diagnostic.Message)),
            _ when diagnostic.Message.EndsWith(" expected", StringComparison.Ordinal) =>
                (FindingCodes.MissingToken, "expected " + Wording.Clause(diagnostic.Message)[..^" expected".Length]),
            _ => (FindingCodes.Rejected, Wording.Clause(diagnostic.Message)),
        };
    }

    /// <summary>"'X' expected": at the end of the file a closing bracket means that an opener is left over.</summary>
    private static (string Code, string Message) Expected(string message, bool isAtEnd)
    {
        var token = message.Replace(" expected", string.Empty, StringComparison.Ordinal);
        return isAtEnd && token is "'}'" or "')'" or "']'"
            ? (FindingCodes.UnclosedBracket, $"expected {token}: a '{token[1] switch { '}' => '{', ')' => '(', _ => '[' }}' before is never closed")
            : (FindingCodes.MissingToken, $"expected {token}");
    }
}
