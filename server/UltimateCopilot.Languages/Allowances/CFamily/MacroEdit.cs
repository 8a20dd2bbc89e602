using UltimateCopilot.Languages.Text;

namespace UltimateCopilot.Languages.Allowances.CFamily;

/// <summary>What to read in place of a macro.</summary>
internal readonly record struct MacroEdit(TextSpan Span, string Content);
