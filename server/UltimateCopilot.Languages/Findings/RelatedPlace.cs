using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Findings;

/// <summary>Another place in the same file that explains a finding, such as the bracket that was never closed.</summary>
public sealed record RelatedPlace(TextSpan Span, string Message);
