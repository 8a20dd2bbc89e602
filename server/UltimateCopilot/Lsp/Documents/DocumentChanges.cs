using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Lsp.Protocol;

namespace UltimateCopilot.Lsp.Documents;

/// <summary>Applies the changes of one <c>didChange</c>.</summary>
internal static class DocumentChanges
{
    /// <summary>The text after all changes, and each of them with the text after it.</summary>
    public static (SourceText Text, List<DocumentEdit> Edits) Apply(
        SourceText text, IReadOnlyList<TextDocumentContentChangeEvent> changes, PositionEncoding encoding)
    {
        var edits = new List<DocumentEdit>(changes.Count);
        foreach (var change in changes)
        {
            var (span, replacement) = change.Range is { } range
                ? (SpanOf(text, range, encoding), change.Text)
                : Difference(text, change.Text);
            text = text.Replace(span, replacement);
            edits.Add(new DocumentEdit(new TextChange(span, replacement.Length), text));
        }

        return (text, edits);
    }

    private static TextSpan SpanOf(SourceText text, Protocol.Range range, PositionEncoding encoding)
    {
        var start = text.OffsetAt(range.Start, encoding);
        return new TextSpan(start, Math.Max(start, text.OffsetAt(range.End, encoding)));
    }

    /// <summary>A client that sends the whole text has usually changed little of it: what is equal at both ends stays.</summary>
    private static (TextSpan Span, string Replacement) Difference(SourceText before, string after)
    {
        var most = Math.Min(before.Length, after.Length);
        var head = 0;
        while (head < most && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < most - head && before[before.Length - 1 - tail] == after[after.Length - 1 - tail])
        {
            tail++;
        }

        return (new TextSpan(head, before.Length - tail), after[head..(after.Length - tail)]);
    }
}
