using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace UltimateCopilot.Languages.Exact;

/// <summary>
/// YAML by YamlDotNet's event parser. It and the grammar miss different mistakes, so what either rejects is reported.
/// </summary>
internal sealed class YamlParser : IExactParser
{
    public bool OverrulesGrammar => false;

    public IReadOnlyList<Finding> Check(SourceText text, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Nesting.FindTooDeep(text) is { } tooDeep)
        {
            return [tooDeep];
        }

        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        using var reader = new SourceTextReader(text, start);
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var reached = start;
        var keys = new YamlKeys();
        var found = new List<Finding>();
        try
        {
            var parser = new Parser(reader);
            while (parser.MoveNext())
            {
                cancellation.ThrowIfCancellationRequested();
                if (FindUnknown(parser.Current, anchors) is { } alias)
                {
                    var span = new TextSpan(OffsetOf(alias.Start, text, start), OffsetOf(alias.End, text, start));
                    return [.. found, At(FindingCodes.Rejected, span, $"nothing above has the anchor '&{alias.Value}'")];
                }

                if (keys.Read(parser.Current!) is var (key, first))
                {
                    var (place, before) = (OffsetOf(key.Start, text, start), OffsetOf(first, text, start));
                    found.Add(At(
                        FindingCodes.DuplicateKey, new TextSpan(place, OffsetOf(key.End, text, start)),
                        $"the key '{key.Value}' stands in this mapping already{Explain.Wording.OnLine(text, before, place)}") with
                    {
                        Related = [new RelatedPlace(new TextSpan(before, before + 1), $"'{key.Value}' stands here first")],
                    });
                }

                reached = Math.Max(reached, OffsetOf(parser.Current!.End, text, start));
            }

            return found;
        }
        catch (YamlException e)
        {
            var offset = OffsetOf(e.Start, text, start);
            var (code, message) = YamlWords.Translate(e.Message.TrimEnd('.'), text, ref offset);
            return [.. found, At(code, new TextSpan(offset, YamlWords.EndOfWord(text, offset)), message)];
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException or FormatException or OverflowException)
        {
            // The parser fails this way on a few broken inputs, without a place; it lies behind what was understood.
            return [.. found, At(FindingCodes.Rejected, new TextSpan(Math.Max(reached - 1, 0), reached), "what follows this is not valid YAML")];
        }
    }

    /// <summary>The alias whose anchor no node before it in its document has; collects the anchors on the way.</summary>
    private static AnchorAlias? FindUnknown(ParsingEvent? read, HashSet<string> anchors)
    {
        switch (read)
        {
            case DocumentStart:
                anchors.Clear();
                break;
            case NodeEvent { Anchor.IsEmpty: false } node:
                anchors.Add(node.Anchor.Value);
                break;
            case AnchorAlias alias when !anchors.Contains(alias.Value.Value):
                return alias;
            default:
                break;
        }

        return null;
    }

    private static Finding At(string code, TextSpan span, string message) => new() { Code = code, Span = span, Message = message, Layer = Layer.Exact };

    /// <summary>The parser counts from 1, and not the byte order mark, which it never sees.</summary>
    private static int OffsetOf(Mark mark, SourceText text, int skipped)
    {
        var column = (int)Math.Max(mark.Column - 1, 0) + (mark.Line <= 1 ? skipped : 0);
        return text.OffsetAt(new TextPosition((int)Math.Max(mark.Line - 1, 0), column));
    }
}
