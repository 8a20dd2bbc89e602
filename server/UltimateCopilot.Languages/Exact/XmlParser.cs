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

    public bool IsInstant => true;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
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
                Related = [new RelatedPlace(new TextSpan(top.Offset - 1, top.Offset + top.Name.Length), $"'<{top.Name}>' opened here")],
            };
        }

        if (message.Contains("while parsing Comment", StringComparison.Ordinal) && LastIndexOf(text, "<!--") is >= 0 and var comment)
        {
            return At(FindingCodes.UnclosedComment, new TextSpan(comment, comment + 4), "this comment is never closed: expected '-->'");
        }

        if (message.Contains("while parsing CDATA", StringComparison.Ordinal) && LastIndexOf(text, "<![CDATA[") is >= 0 and var section)
        {
            return At(FindingCodes.UnexpectedEnd, new TextSpan(section, section + 9), "this CDATA section is never closed: expected ']]>'");
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

        var (code, words) = XmlWords.Translate(message, text, ref offset);
        return At(code, new TextSpan(offset, XmlWords.EndOfName(text, offset)), words);
    }

    private static Finding At(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message, Layer = Layer.Exact };

    private static int LastIndexOf(SourceText text, string part) => text.ToString().LastIndexOf(part, StringComparison.Ordinal);

    private static int OffsetAt(SourceText text, int line, int column) =>
        text.OffsetAt(new TextPosition(Math.Max(line - 1, 0), Math.Max(column - 1, 0)));

    [GeneratedRegex(@"\s*Line \d+, position \d+\.$")]
    private static partial Regex PlaceSuffix();

    [GeneratedRegex("does not match the end tag of '(?<end>[^']*)'")]
    private static partial Regex EndTagMismatch();
}
