using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Lsp.Documents;
using UltimateCopilot.Lsp.Protocol.Own;

namespace UltimateCopilot.Lsp.Diagnostics;

/// <summary>Which layers have judged a document, for the editor's language status.</summary>
internal static class DocumentStatus
{
    public static DocumentStatusParams Of(LspSession session, OpenDocument document, CheckedVersion result)
    {
        var language = document.Language;
        var deepest = session.DeepestLayer(document.Uri);
        var layers = new List<LayerStatus> { new("fast", deepest is null ? "off" : "done") };
        if (language.Exact is not null)
        {
            layers.Add(new LayerStatus("exact", deepest is null or Layer.Fast ? "off" : "done"));
        }

        if (language.Toolchain is { } toolchain)
        {
            layers.Add(ToolchainStatus(session, toolchain, deepest, result.Report.Layer));
        }

        return new DocumentStatusParams(document.Uri, result.Version, language.Id, language.Name, layers, result.Report.Findings.Count);
    }

    private static LayerStatus ToolchainStatus(LspSession session, string toolchain, Layer? deepest, Layer reached)
    {
        if (!session.IsTrusted)
        {
            return new LayerStatus("toolchain", "off") { Detail = "the workspace is not trusted" };
        }

        if (deepest != Layer.Toolchain)
        {
            return new LayerStatus("toolchain", "off") { Detail = "switched off by ultimateCopilot.syntax.layer" };
        }

        return reached == Layer.Toolchain
            ? new LayerStatus("toolchain", "done") { Detail = toolchain }
            : new LayerStatus("toolchain", "unavailable") { Detail = $"{toolchain} gave no verdict; see the doctor command" };
    }
}
