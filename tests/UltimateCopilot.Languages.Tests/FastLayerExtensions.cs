using UltimateCopilot.Languages.Checking;
using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Tests;

internal static class FastLayerExtensions
{
    /// <summary>What the lines and the grammar show.</summary>
    public static List<Finding> Check(this FastLayer layer, SourceText text, IReadOnlyList<DocumentEdit>? edits, CancellationToken cancellation)
    {
        layer.ReadLines(text, edits);
        return layer.Parse(text, cancellation);
    }
}
