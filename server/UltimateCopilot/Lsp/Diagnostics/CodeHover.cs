using System.Text.Json;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Protocol;
using UltimateCopilot.Rpc;

namespace UltimateCopilot.Lsp.Diagnostics;

/// <summary>Explains the codes of the diagnostics under the mouse.</summary>
internal sealed class CodeHover(LspSession session)
{
    /// <summary>The protocol's answer where there is nothing to show.</summary>
    private static readonly JsonElement Nothing = JsonElement.Parse("null");

    public void Register(RpcMethods methods) =>
        methods.OnRequest("textDocument/hover", static () => LspJson.Default.HoverParams, static () => LspJson.Default.JsonElement, Answer);

    private ValueTask<JsonElement> Answer(HoverParams parameters, CancellationToken cancellation) =>
        new(Explain(parameters) is { } hover ? JsonSerializer.SerializeToElement(hover, LspJson.Default.Hover) : Nothing);

    private Hover? Explain(HoverParams parameters)
    {
        // What the client shows is of the newest report; where its text is not the newest any more, another hover follows soon.
        if (session.Find(parameters.TextDocument.Uri)?.Latest is not { } latest)
        {
            return null;
        }

        var offset = latest.Text.OffsetAt(parameters.Position, session.Encoding);
        var under = latest.Report.Findings.Where(finding => finding.Span.Touches(new TextSpan(offset, offset))).ToList();
        var pages = under.Select(static finding => finding.Code).Distinct().Select(Describe).OfType<string>().ToList();
        return pages.Count == 0 ? null : new Hover(new MarkupContent(session.Client.ReadsMarkdown ? "markdown" : "plaintext", string.Join("\n\n---\n\n", pages)))
        {
            Range = latest.Text.RangeOf(under[0].Span, session.Encoding),
        };
    }

    private static string? Describe(string code) => ErrorPages.Find(code) is { } page ? $"**{code}** {page}" : null;
}
