using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Protocol;

namespace UltimateCopilot.Lsp.Diagnostics;

/// <summary>Findings as the protocol's diagnostics.</summary>
internal static class DiagnosticMapping
{
    /// <summary>What every diagnostic of ours names as its source.</summary>
    public const string Source = "ultimate-copilot";

    public static IReadOnlyList<Diagnostic> ToDiagnostics(
        IReadOnlyList<Finding> findings, SourceText text, string uri, PositionEncoding encoding, bool withRelated)
    {
        if (findings.Count == 0)
        {
            return [];
        }

        var diagnostics = new Diagnostic[findings.Count];
        for (var i = 0; i < diagnostics.Length; i++)
        {
            var finding = findings[i];
            diagnostics[i] = new Diagnostic
            {
                Range = text.RangeOf(finding.Span, encoding),
                Severity = (int)finding.Severity, // the same numbers
                Code = finding.Code,
                CodeDescription = ErrorPages.LinkTo(finding.Code) is { } link ? new CodeDescription(link) : null,
                Source = Source,
                Message = finding.Message,
                RelatedInformation = withRelated && finding.Related.Count > 0
                    ? [.. finding.Related.Select(place => new DiagnosticRelatedInformation(new Location(uri, text.RangeOf(place.Span, encoding)), place.Message))]
                    : null,
            };
        }

        return diagnostics;
    }
}
