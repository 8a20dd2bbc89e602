using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Lsp.Documents;

/// <summary>What is known of one version of a document.</summary>
/// <param name="Version">The client's number.</param>
/// <param name="Text">The text of that version.</param>
/// <param name="Report">The findings so far.</param>
/// <param name="IsFirst">No layer has reported on this version before; false where checking is switched off.</param>
/// <param name="IsNews">The findings differ from the report before, of this or an earlier version.</param>
internal sealed record CheckedVersion(int Version, SourceText Text, SyntaxReport Report, bool IsFirst, bool IsNews);
