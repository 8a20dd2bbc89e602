using System.Text.RegularExpressions;
using System.Xml;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Exact;

/// <summary>XML by the framework's reader: document type definitions are read, nothing outside the text is ever opened.</summary>
internal sealed partial class XmlParser : IExactParser
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Parse,
        XmlResolver = null,
        MaxCharactersFromEntities = 10_000_000, // entities that multiply themselves
    };

    public bool OverrulesGrammar => true;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        var open = new Stack<(string Name, int Offset)>();
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        using var reader = XmlReader.Create(new SourceTextReader(text, start), Settings);
        var place = (IXmlLineInfo)reader;
        try
        {
            while (reader.Read())
            {
                cancellation.ThrowIfCancellationRequested();
                if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement)
                {
                    open.Push((reader.Name, OffsetAt(text, place.LineNumber, place.LinePosition)));
                }
                else if (reader.NodeType == XmlNodeType.EndElement)
                {
                    open.Pop();
                }
            }

            return [];
        }
        catch (XmlException e)
        {
            return [Translate(e, text, open)];
        }
    }

    private static Finding Translate(XmlException error, SourceText text, Stack<(string Name, int Offset)> open)
    {
        var offset = OffsetAt(text, error.LineNumber, error.LinePosition);
        var message = PlaceSuffix().Replace(error.Message, string.Empty).TrimEnd('.');
        if (EndTagMismatch().Match(message) is { Success: true } pair && open.TryPeek(out var top))
        {
            var start = Math.Max(offset - 2, 0); // the reader names the place of the tag's name
            return new Finding
            {
                Code = FindingCodes.UnpairedTag,
                Span = new TextSpan(start, Math.Min(offset + pair.Groups["end"].Length + 1, text.Length)),
                Message = $"'</{pair.Groups["end"].Value}>' does not close the open '<{top.Name}>'{Explain.Wording.OnLine(text, top.Offset, start)}",
                Layer = Layer.Exact,
                Related = [new RelatedPlace(new TextSpan(top.Offset, top.Offset + top.Name.Length), $"'<{top.Name}>' opened here")],
            };
        }

        if (message.Contains("elements are not closed", StringComparison.Ordinal) && open.TryPeek(out var last))
        {
            return new Finding
            {
                Code = FindingCodes.UnpairedTag,
                Span = new TextSpan(last.Offset - 1, last.Offset + last.Name.Length),
                Message = $"'<{last.Name}>' opened here is never closed: expected '</{last.Name}>'",
                Layer = Layer.Exact,
                Related = [new RelatedPlace(new TextSpan(last.Offset - 1, last.Offset + last.Name.Length), $"'<{last.Name}>' opened here")],
            };
        }

        var code = message switch
        {
            _ when message.Contains("expected token is", StringComparison.Ordinal) => FindingCodes.MissingToken,
            _ when message.Contains("duplicate attribute", StringComparison.Ordinal) => FindingCodes.DuplicateKey,
            _ when message.Contains("Unexpected end of file", StringComparison.Ordinal) || message.Contains("Root element is missing", StringComparison.Ordinal) => FindingCodes.UnexpectedEnd,
            _ when message.Contains("invalid character", StringComparison.Ordinal) => FindingCodes.UnexpectedCharacter,
            _ when message.Contains("unexpected", StringComparison.OrdinalIgnoreCase) || message.Contains("cannot begin with", StringComparison.Ordinal) => FindingCodes.UnexpectedToken,
            _ => FindingCodes.Rejected,
        };
        return new Finding
        {
            Code = code,
            Span = new TextSpan(offset, Math.Min(offset + 1, text.Length)),
            Message = Sentence(message),
            Layer = Layer.Exact,
        };
    }

    /// <summary>"'1' is an unexpected token. The expected token is '"'" as one clause, in the way of the other findings.</summary>
    private static string Sentence(string message)
    {
        if (UnexpectedToken().Match(message) is { Success: true } match)
        {
            return $"expected {match.Groups["expected"].Value}, found {match.Groups["found"].Value}";
        }

        message = message.Replace(". ", ": ", StringComparison.Ordinal);
        return message.StartsWith("XML", StringComparison.Ordinal) || message.StartsWith("DTD", StringComparison.Ordinal)
            ? message
            : char.ToLowerInvariant(message[0]) + message[1..];
    }

    private static int OffsetAt(SourceText text, int line, int column) =>
        text.OffsetAt(new TextPosition(Math.Max(line - 1, 0), Math.Max(column - 1, 0)));

    [GeneratedRegex(@"\s*Line \d+, position \d+\.$")]
    private static partial Regex PlaceSuffix();

    [GeneratedRegex("does not match the end tag of '(?<end>[^']*)'")]
    private static partial Regex EndTagMismatch();

    [GeneratedRegex("^(?<found>.*?) is an unexpected token. The expected token is (?<expected>.*)$", RegexOptions.Singleline)]
    private static partial Regex UnexpectedToken();
}
