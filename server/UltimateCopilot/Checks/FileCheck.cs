using UltimateCopilot.Languages.Findings;
using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Checks;

/// <summary>What a check found in one file.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Language">Identifier of the language.</param>
/// <param name="Layer">The finest layer that had a say.</param>
/// <param name="Text">The text that was checked.</param>
/// <param name="Findings">In document order.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Elapsed">Time the check took, without reading the file.</param>
internal sealed record FileCheck(
    string Path, string Language, Layer Layer, SourceText Text, IReadOnlyList<Finding> Findings, long Bytes, TimeSpan Elapsed) : CheckItem(Path);
