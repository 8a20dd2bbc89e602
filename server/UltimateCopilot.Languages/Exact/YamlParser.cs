using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using YamlDotNet.Core;

namespace UltimateCopilot.Languages.Exact;

/// <summary>
/// YAML by YamlDotNet's event parser. It and the grammar miss different mistakes, so what either rejects is reported.
/// </summary>
internal sealed class YamlParser : IExactParser
{
    public bool OverrulesGrammar => false;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        using var reader = new SourceTextReader(text, start);
        try
        {
            var parser = new Parser(reader);
            while (parser.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
            }

            return [];
        }
        catch (YamlException e)
        {
            return [Translate(e, text)];
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            // The parser fails this way on a few broken inputs, without a place.
            return [new Finding { Code = FindingCodes.Rejected, Span = new TextSpan(0, 0), Message = "this is not valid YAML", Layer = Layer.Exact }];
        }
    }

    private static Finding Translate(YamlException error, SourceText text)
    {
        var offset = text.OffsetAt(new TextPosition((int)Math.Max(error.Start.Line - 1, 0), (int)Math.Max(error.Start.Column - 1, 0)));
        var (code, message) = Explain(error.Message.TrimEnd('.'), text, offset);
        return new Finding
        {
            Code = code,
            Span = new TextSpan(offset, Math.Min(offset + 1, text.LineEnd(text.LineAt(offset)))),
            Message = message,
            Layer = Layer.Exact,
        };
    }

    private static (string Code, string Message) Explain(string message, SourceText text, int offset)
    {
        bool Says(string part) => message.Contains(part, StringComparison.OrdinalIgnoreCase);
        var unit = offset < text.Length ? text[offset] : '\0';
        return message switch
        {
            _ when unit == '\t' => (FindingCodes.Indentation, "a tab indents this line: YAML allows only spaces"),
            _ when Says("could not find expected ':'") => (FindingCodes.MissingToken, "expected ':' after the key"),
            _ when Says("did not find expected <document start>") => (FindingCodes.UnexpectedToken, "this does not continue what came before: check the indentation"),
            _ when Says("did not find expected key") => (FindingCodes.Indentation, "expected a key of the mapping that is open here: check the indentation"),
            _ when Says("did not find expected '-'") => (FindingCodes.Indentation, "expected '-' as for the items before: check the indentation"),
            _ when Says("expected ',' or ']'") => (FindingCodes.UnclosedBracket, "'[' is never closed: expected ',' or ']'"),
            _ when Says("expected ',' or '}'") => (FindingCodes.UnclosedBracket, "'{' is never closed: expected ',' or '}'"),
            _ when Says("quoted scalar") && (Says("end of stream") || Says("document indicator")) => (FindingCodes.UnclosedString, "this string is never closed"),
            _ when Says("cannot start any token") => (FindingCodes.UnexpectedCharacter, $"'{unit}' cannot start a value: put it in quotes"),
            _ when Says("mapping values are not allowed") => (FindingCodes.UnexpectedToken, "a second ':' on this line: put the value in quotes, or start a new line"),
            _ when Says("mapping value") || Says("block") => (FindingCodes.Indentation, Clause(message)),
            _ when Says("escape") => (FindingCodes.InvalidLiteral, Clause(message)),
            _ => (FindingCodes.Rejected, Clause(message)),
        };
    }

    private static string Clause(string message) => char.ToLowerInvariant(message[0]) + message[1..];
}
