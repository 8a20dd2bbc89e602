using UltimateCopilot.Languages.Findings;

namespace UltimateCopilot.Languages.Checking;

/// <summary>What is known of a text after one layer: the whole list, refined by all layers so far.</summary>
/// <param name="Layer">The finest layer that had a say.</param>
/// <param name="Findings">All findings in document order.</param>
/// <param name="IsFinal">No finer layer will follow for this text.</param>
public sealed record SyntaxReport(Layer Layer, IReadOnlyList<Finding> Findings, bool IsFinal);
